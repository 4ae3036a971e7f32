import { callStatus, messageStatus } from './twilio-statuses.js';

describe('the status of a message', () => {
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
  ])('%s becomes %s', (theirs, ours) => {
    expect(messageStatus(theirs)).toEqual({ status: ours, reason: undefined });
  });

  it.each<[string, string | number | null | undefined, string, string | undefined, string | undefined]>([
    ['undelivered', '30003', 'undelivered', '30003', 'out-of-reach'],
    ['undelivered', 30006, 'undelivered', '30006', 'landline'],
    ['failed', '30002', 'failed', '30002', 'sender-refused'],
    ['failed', '30001', 'failed', '30001', 'queue-full'],
    ['failed', 30008, 'failed', '30008', undefined],
    ['failed', null, 'failed', undefined, undefined],
    ['failed', 0, 'failed', undefined, undefined],
    ['failed', '', 'failed', undefined, undefined],
    ['canceled', undefined, 'failed', 'canceled', undefined],
  ])('%s with code %p becomes %s because of %s', (theirs, code, status, reason, failure) => {
    expect(messageStatus(theirs, code)).toEqual({ status, reason, failure });
  });

  it.each(['', 'received', 'Delivered', 'partially_delivered', 'toString', '__proto__', 'constructor'])(
    '%p is no known status',
    (theirs) => {
      expect(messageStatus(theirs)).toBeUndefined();
      expect(callStatus(theirs)).toBeUndefined();
    },
  );
});

describe('the status of a call', () => {
  it.each([
    ['queued', 'accepted'],
    ['initiated', 'accepted'],
    ['ringing', 'accepted'],
    ['in-progress', 'sent'],
    ['answered', 'sent'],
    ['completed', 'delivered'],
    ['failed', 'failed'],
  ])('%s becomes %s', (theirs, ours) => {
    expect(callStatus(theirs)).toEqual({ status: ours, reason: undefined });
  });

  it.each(['busy', 'no-answer'])('%s is undelivered for that reason, with any code', (theirs) => {
    const told = { status: 'undelivered', reason: theirs, failure: 'not-answered' };
    expect(callStatus(theirs)).toEqual(told);
    expect(callStatus(theirs, 13_224)).toEqual(told);
  });

  it('a cancelled call differs from a failed one, which keeps its code', () => {
    expect(callStatus('canceled')).toEqual({ status: 'failed', reason: 'canceled' });
    expect(callStatus('failed', '13224')).toEqual({ status: 'failed', reason: '13224' });
  });

  it.each([
    ['human', 'delivered', undefined],
    ['unknown', 'delivered', undefined],
    [undefined, 'delivered', undefined],
    ['machine_start', 'delivered', 'answering-machine'],
    ['machine_end_beep', 'delivered', 'answering-machine'],
    ['machine_end_silence', 'delivered', 'answering-machine'],
    ['machine_end_other', 'delivered', 'answering-machine'],
    ['fax', 'undelivered', 'fax'],
  ])('answered by %p becomes %s with reason %p, and is not retried', (answeredBy, status, reason) => {
    expect(callStatus('completed', null, answeredBy)).toEqual({ status, reason });
    expect(callStatus('in-progress', null, answeredBy)).toEqual({ status: 'sent', reason: undefined });
  });
});
