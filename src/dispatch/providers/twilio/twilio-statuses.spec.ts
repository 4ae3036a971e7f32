import { callStatus, messageStatus } from './twilio-statuses.js';

describe('where a message is', () => {
  it.each([
    ['accepted', 'accepted'],
    ['scheduled', 'accepted'],
    ['queued', 'accepted'],
    ['sending', 'accepted'],
    ['sent', 'sent'],
    ['delivered', 'delivered'],
    ['read', 'delivered'],
    ['undelivered', 'undelivered'],
    ['failed', 'failed'],
  ])('%s is %s', (theirs, ours) => {
    expect(messageStatus(theirs)).toEqual({ status: ours, reason: undefined });
  });

  it.each([
    ['undelivered', '30003', 'undelivered', '30003'],
    ['failed', 30008, 'failed', '30008'],
    ['failed', null, 'failed', undefined],
    ['failed', 0, 'failed', undefined],
    ['failed', '', 'failed', undefined],
    ['canceled', undefined, 'failed', 'canceled'],
  ])('%s with code %p is %s because of %s', (theirs, code, status, reason) => {
    expect(messageStatus(theirs, code)).toEqual({ status, reason });
  });

  it.each(['', 'received', 'Delivered', 'partially_delivered', 'toString', '__proto__', 'constructor'])(
    '%p is no status we know',
    (theirs) => {
      expect(messageStatus(theirs)).toBeUndefined();
      expect(callStatus(theirs)).toBeUndefined();
    },
  );
});

describe('where a call is', () => {
  it.each([
    ['queued', 'accepted'],
    ['initiated', 'accepted'],
    ['ringing', 'accepted'],
    ['in-progress', 'sent'],
    ['answered', 'sent'],
    ['completed', 'delivered'],
    ['failed', 'failed'],
  ])('%s is %s', (theirs, ours) => {
    expect(callStatus(theirs)).toEqual({ status: ours, reason: undefined });
  });

  it.each(['busy', 'no-answer'])(
    '%s is undelivered for that reason, whatever code comes with it',
    (theirs) => {
      expect(callStatus(theirs)).toEqual({ status: 'undelivered', reason: theirs });
      expect(callStatus(theirs, 13_224)).toEqual({ status: 'undelivered', reason: theirs });
    },
  );

  it('tells a cancelled call from a failed one, and a code where there is one', () => {
    expect(callStatus('canceled')).toEqual({ status: 'failed', reason: 'canceled' });
    expect(callStatus('failed', '13224')).toEqual({ status: 'failed', reason: '13224' });
  });
});
