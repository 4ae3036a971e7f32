import { tellSuppressed } from './tell-suppressed.js';

const area = { places: ['a'] };
const open = { quarantined: 3, 'household-has-mobile': 2, 'already-told': 7 };

describe('what is told of those left out', () => {
  it.each([
    ['nobody', {}],
    ['one objection', { objection: 1 }],
    ['one protected identity', { 'protected-identity': 1 }],
    ['many of both', { objection: 200, 'protected-identity': 50 }],
  ])('is the same with %s', (_name, secret) => {
    expect(tellSuppressed(area, { ...open, ...secret })).toEqual(open);
  });

  it('is nothing for who had an earlier alert, whose number is known', () => {
    const audience = { recipientsOf: 'x' };
    expect(tellSuppressed(audience, { ...open, 'protected-identity': 1 })).toEqual({});
  });
});
