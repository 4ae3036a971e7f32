import { bodyOf, emptyForm, formOf, type ComposeForm } from './form.js';
import { messageFaults } from './form-faults.js';
import { isSkipped, startOf, tomorrowMorning } from './start.js';

const now = new Date('2027-03-27T12:00:00Z');
const form: ComposeForm = {
  ...emptyForm,
  topic: 't1',
  audienceKind: 'topic',
  texts: [{ language: 'sv', sms: 'Hej' }],
};
const faultsOf = (change: Partial<ComposeForm>) =>
  messageFaults({ ...form, ...change }, now, 'Luleå kommun').map(({ field, wording }) => [field, wording.en]);

describe('the start of a broadcast in the form', () => {
  it.each([
    ['2027-03-27T23:30', '2027-03-27T22:30:00.000Z'],
    ['2027-03-28T03:00', '2027-03-28T01:00:00.000Z'],
    // The clocks go back: the first of the two.
    ['2027-10-31T02:30', '2027-10-31T00:30:00.000Z'],
    ['2027-10-31T03:30', '2027-10-31T02:30:00.000Z'],
  ])('%s is %s', (start, instant) => {
    expect(startOf({ start })?.toISOString()).toBe(instant);
  });

  it('is sent, and hours to the expiry are counted from it', () => {
    const body = bodyOf({ ...form, start: '2027-03-28T08:00', expiry: { kind: 'hours', hours: 4 } }, now);
    expect(body).toMatchObject({
      startsAt: '2027-03-28T06:00:00.000Z',
      expiresAt: '2027-03-28T10:00:00.000Z',
    });
    expect(bodyOf(form, now)).not.toHaveProperty('startsAt');
  });

  it('is read back', () => {
    const broadcast = {
      ...bodyOf({ ...form, start: '2027-03-28T08:00' }, now),
      audienceName: 'T',
      lane: 'routine',
    };
    expect(formOf(broadcast as never, [], 'Luleå kommun')).toMatchObject({ start: '2027-03-28T08:00' });
  });

  it('no body is made of a time that is none', () => {
    expect(bodyOf({ ...form, start: '' }, now)).toBeUndefined();
  });

  it.each([
    ['', 'Say when it is to be sent.'],
    ['2027-03-27T12:00', 'That time has passed. Choose a later one.'],
    ['2027-03-28T02:30', 'That time does not exist: the clocks go forward then. Choose another.'],
    ['2027-05-01T08:00', 'Choose a time within {days} days.'],
  ])('the time %p is a fault: %s', (start, fault) => {
    expect(faultsOf({ start })).toEqual([['start-at', fault]]);
  });

  it('an expiry before it is a fault', () => {
    expect(
      faultsOf({ start: '2027-03-28T08:00', expiry: { kind: 'at', local: '2027-03-28T08:00' } }),
    ).toEqual([['expiry-at', 'Sending must begin before the time it stops.']]);
    expect(faultsOf({ start: '2027-03-28T08:00' })).toEqual([]);
  });

  it('tomorrow morning is suggested by the clock of the municipality', () => {
    expect(tomorrowMorning(new Date('2027-03-27T22:59:00Z'))).toBe('2027-03-28T08:00');
    expect(tomorrowMorning(new Date('2027-03-27T23:00:00Z'))).toBe('2027-03-29T08:00');
    expect(isSkipped('2027-03-28T08:00', new Date('2027-03-28T06:00:00Z'))).toBe(false);
  });
});
