import { alertByPolygon } from './alert-by-polygon.js';
import { boilAtNight } from './boil-at-night.js';
import { onForeignPage } from './foreign-page.js';
import { followUp } from './follow-up.js';
import { heldSending } from './held-sending.js';
import { highContrast } from './high-contrast.js';
import { lookInConsole } from './look-in-console.js';
import { plannedReminder } from './planned-reminder.js';
import { residentReadsNews } from './resident-reads-news.js';
import { residentRegisters } from './resident-registers.js';
import { residentSubscribes } from './resident-subscribes.js';
import { webhooksInConsole } from './webhooks-in-console.js';
import { Stack } from './support/stack.js';

/** The stack is started once for all parts: a start takes a dozen seconds on two processors. */
describe('the whole product, in a browser', () => {
  let stack: Stack;
  beforeAll(async () => {
    stack = await Stack.start();
  });
  afterAll(() => stack.stop());

  describe('an alert to a drawn area, on a phone', () => alertByPolygon(() => stack));
  describe('an extension and an all-clear of an alert', () => followUp(() => stack));
  describe('a hold on sending', () => heldSending(() => stack));
  describe('high contrast', () => highContrast(() => stack));
  describe('a resident who reads the news', () => residentReadsNews(() => stack));
  describe('a resident, without JavaScript', () => residentSubscribes(() => stack));
  describe('a resident who has addresses', () => residentRegisters(() => stack));
  describe('a reminder of a planned shutoff', () => plannedReminder(() => stack));
  describe('a page of another website', () => onForeignPage(() => stack));
  describe('the receivers of webhooks, in the console', () => webhooksInConsole(() => stack));
  describe('the look of what residents see, in the console', () => lookInConsole(() => stack));
  // Last: it leaves a broadcast to approve.
  describe('a boil advisory at night', () => boilAtNight(() => stack));
});
