import { sampleTemplate, samples } from '../../../../../test/support/sample-templates.js';
import { emptyForm, type ComposeForm } from './form.js';
import { ofSaved, reminderBody, reminderFaults, reminderOf } from './reminder.js';
import { addLanguage, fillGap, takeTemplate, writeByHand } from './template-texts.js';

const town = 'Luleå kommun';
const now = new Date('2026-11-30T09:00:00Z');
const remind = sampleTemplate(
  'planned-shutoff-reminder',
  { sv: 'Vi påminner: vattnet stängs av från [från]. Gäller: [plats]. {kommun}' },
  { relation: 'update', of: 'planned-shutoff' },
);
const place = {
  id: 'p1',
  kind: 'area',
  name: 'Porsön',
  boundingBox: [22, 65, 23, 66],
  saved: false,
} as const;
const begun: ComposeForm = {
  ...emptyForm,
  begunAt: now.toISOString(),
  places: [{ ...place, boundingBox: [...place.boundingBox] }],
};

/** A planned shutoff that begins then. */
function shutoff(from = '2026-12-03 08:00', more: Partial<ComposeForm> = {}): ComposeForm {
  const form = { ...begun, ...more };
  const filled = { ...form, ...takeTemplate(form, samples.planned, town) };
  return [
    ['från', from],
    ['till', '16:00'],
  ].reduce((made, [name, value]) => {
    const gap = made.filled!.placeholders.find((placeholder) => placeholder.name === name)!;
    return { ...made, ...fillGap(made, 'sv', gap, value!, town, now) };
  }, filled);
}
const wanted = (form: ComposeForm): ComposeForm => ({ ...form, reminder: { template: remind } });
const of = (form: ComposeForm) => reminderOf(form, town, now);

describe('the reminder that a form may have', () => {
  it('goes at six in the evening before, and not after the shutoff has begun', () => {
    expect(of(shutoff())).toMatchObject({ start: '2026-12-02T18:00', until: '2026-12-03T08:00' });
    expect(of(shutoff('2027-03-28 06:00'))).toMatchObject({ start: '2027-03-27T18:00' });
  });

  it.each<[string, ComposeForm]>([
    ['of what begins within twelve hours', shutoff('2026-11-30 20:00')],
    ['of what begins at a time that nobody can read', shutoff('snart')],
    ['of another event', { ...shutoff(), event: 'leak' }],
    ['of a topic', shutoff(undefined, { audienceKind: 'topic' })],
    ['of a follow-up', { ...shutoff(), follows: { broadcast: 'b1', relation: 'update' } }],
    ['before its alert', shutoff(undefined, { start: '2026-12-02T19:00' })],
    ['of a text by hand', { ...begun, event: 'planned', texts: [{ language: 'sv', sms: 'Av i morgon.' }] }],
  ])('is none %s', (_of, form) => expect(of(form)).toBeUndefined());

  it('says what the template of reminders says', () => {
    expect(of(wanted(shutoff()))!.texts).toEqual([
      {
        language: 'sv',
        sms: `Vi påminner: vattnet stängs av från torsdag 3 december kl. 08.00. Gäller: Porsön. ${town}`,
      },
    ]);
  });

  it('says what the alert says in a language that the template lacks, or without a template', () => {
    const form = wanted(shutoff());
    const both = { ...form, ...addLanguage(form, 'en', town) };
    expect(of(both)!.texts[1]).toEqual({ language: 'en', sms: both.texts[1]!.sms });
    expect(of(shutoff())!.texts).toEqual(shutoff().texts);
  });

  it('keeps what was written for it, and stays when the alert is written by hand', () => {
    const own = { sv: { language: 'sv', sms: 'Glöm inte vattnet.' } };
    const form = wanted(shutoff());
    const written: ComposeForm = { ...form, reminder: { ...form.reminder, ...of(form), own } };
    const byHand = { ...written, ...writeByHand(written, 0, { sms: 'Vi stänger av.' }, town) };
    expect(byHand.filled).toBeUndefined();
    expect(of(byHand)).toEqual({ start: '2026-12-02T18:00', until: '2026-12-03T08:00', texts: [own.sv] });
  });
});

describe('the request that writes a reminder', () => {
  it('is an update of the alert with a start of its own', () => {
    const body = reminderBody(wanted({ ...shutoff(), exercise: true, lane: 'urgent' }), 'b1', town, now);
    expect(body).toMatchObject({
      follows: { broadcast: 'b1', relation: 'update' },
      startsAt: '2026-12-02T17:00:00.000Z',
      expiresAt: '2026-12-03T07:00:00.000Z',
      exercise: true,
      lane: 'urgent',
      event: 'planned',
      texts: [{ language: 'sv', sms: expect.stringContaining('Vi påminner') }],
    });
    expect(body).not.toHaveProperty('audience');
  });

  it('is none unless the user wants one', () => {
    expect(reminderBody(shutoff(), 'b1', town, now)).toBeUndefined();
    expect(reminderBody({ ...shutoff(), reminder: null }, 'b1', town, now)).toBeUndefined();
  });

  it('is held back by an empty text and by gaps', () => {
    const says = (sms: string): ComposeForm => ({
      ...shutoff(),
      reminder: { own: { sv: { language: 'sv', sms } } },
    });
    const fields = (form: ComposeForm) => reminderFaults(form, now, town).map(({ field }) => field);
    expect(fields(says(' '))).toEqual(['reminder-sv']);
    expect(fields(says('Från [när].'))).toEqual(['reminder-sv']);
    expect(fields(says('Glöm inte.'))).toEqual([]);
  });
});

describe('a reminder that was saved', () => {
  const saved = (more: Partial<ComposeForm> = {}): ComposeForm => ({
    ...emptyForm,
    ...of(wanted(shutoff())),
    expiry: { kind: 'at', local: '2026-12-03T08:00' },
    points: { water: { how: 'on-page' } } as never,
    ...more,
  });
  const back = (form: ComposeForm) => ofSaved(shutoff(), form, remind, town);

  it('follows the alert’s fields if it said what is suggested', () => {
    const moved = { ...shutoff('2026-12-05 08:00'), reminder: back(saved()) };
    expect(of(moved)).toMatchObject({ start: '2026-12-04T18:00' });
    expect(of(moved)!.texts[0]!.sms).toContain('lördag 5 december');
  });

  it('keeps a text and a time of its own, and what can’t be written beside the alert', () => {
    const texts = [{ language: 'sv', sms: 'Fyll en hink.', voice: 'Hej.' }];
    const form = { ...shutoff(), reminder: back(saved({ texts, start: '2026-12-02T15:00' })) };
    expect(of(form)).toMatchObject({ start: '2026-12-02T15:00', texts });
    expect(reminderBody(form, 'b1', town, now)).toMatchObject({
      texts,
      points: { water: { how: 'on-page' } },
    });
  });
});
