import { alertByPolygon } from './alert-by-polygon.js';
import { Stack } from './support/stack.js';

/** For services on which the whole product is not tried: an alert passes through all of them. */
describe('an alert to a drawn area, on a phone', () => {
  let stack: Stack;
  beforeAll(async () => {
    stack = await Stack.start();
  });
  afterAll(() => stack.stop());

  alertByPolygon(() => stack);
});
