import { render } from 'preact-render-to-string';
import { sampleTemplate } from '../../../../../test/support/sample-templates.js';
import type { Broadcast, Place, TemplateInFull } from '../../api/answers.js';
import { bodyOf, formOf, type ComposeForm } from '../form/form.js';
import { messageFaults } from '../form/form-faults.js';
import { fieldsOf, fillGap, refill } from '../form/template-texts.js';
import { followUpForm } from './follow-up-form.js';
import { withOwnPlaceAndTime } from './own-place-and-time.js';
import { OwnText } from './own-text.js';

const town = 'Luleå kommun';
const now = new Date('2026-11-30T02:00:00Z');
const sample = sampleTemplate('shutoff', {
  sv: 'Vattnet är av sedan [från]. Det gäller [antal] hus. Gäller: [plats]. {kommun}',
  en: 'Water off since [från]. [antal] houses. Applies to: [plats]. {kommun}',
});
const template: TemplateInFull = {
  ...sample,
  version: 2,
  versions: [
    { ...sample, version: 2, texts: [], act: 'change', at: '2026-11-30T01:55:00Z' },
    { ...sample, version: 1, act: 'add', at: '2026-11-01T00:00:00Z' },
  ] as unknown as TemplateInFull['versions'],
};
const area = (id: string, name: string): Place => ({
  id,
  kind: 'area',
  name,
  boundingBox: [22, 65, 23, 66],
  saved: false,
});
const [porson, bjorkskatan] = [area('p1', 'Porsön'), area('p2', 'Björkskatan')];
const sv = `Vattnet är av sedan måndag 30 november kl. 02.15. Det gäller 12 hus. Gäller: Porsön. ${town}`;
const en = `Water off since Monday 30 November at 02:15. 12 houses. Applies to: Porsön. ${town}`;
const original = {
  id: 'b1',
  lane: 'crisis',
  channels: 'both',
  exercise: false,
  template: { id: 't-shutoff', version: 1 },
  createdAt: '2026-11-30T01:40:00Z',
  startedAt: '2026-11-30T01:45:00Z',
  expiresAt: '2026-12-01T01:45:00Z',
  audience: { places: ['p1'] },
  texts: [
    { language: 'sv', sms: sv },
    { language: 'en', sms: en },
  ],
} as unknown as Broadcast;

const extend = (said: Broadcast = original): ComposeForm =>
  withOwnPlaceAndTime(followUpForm(said, 'extension', [porson]), said, template, town);
/** As the composer fills it on the way to the text. */
const withPlaces = (form: ComposeForm, ...places: Place[]): ComposeForm => {
  const chosen = { ...form, places: [...form.places, ...places] };
  return { ...chosen, ...refill(chosen, town) };
};
const smsOf = ({ texts }: ComposeForm): string[] => texts.map(({ sms }) => sms);

describe('the text of an extension', () => {
  it('is the alert’s, from the version of the template that the alert used', () => {
    expect(smsOf(extend())).toEqual([sv, en]);
  });

  it('names in each language all the places that it goes to, and is sent', () => {
    const form = withPlaces(extend(), bjorkskatan);
    const expected = [
      sv.replace('Porsön', 'Porsön och Björkskatan'),
      en.replace('Porsön', 'Porsön and Björkskatan'),
    ];
    expect(smsOf(form)).toEqual(expected);
    expect(bodyOf(form, now)?.texts?.map(({ sms }) => sms)).toEqual(expected);
    expect(bodyOf(form, now)).not.toHaveProperty('lane');
  });

  it('names only what is left where the area that had the alert was taken away', () => {
    const moved = withPlaces({ ...extend(), places: [] }, bjorkskatan);
    expect(smsOf(moved)[0]).toBe(sv.replace('Porsön', 'Björkskatan'));
  });

  it('keeps the alert’s place where nothing was added', () => {
    const said = { ...original, texts: [{ ...original.texts[0]!, sms: sv.replace('Porsön', 'vid hamnen') }] };
    expect(smsOf(withPlaces(extend(said as Broadcast)))[0]).toContain('vid hamnen');
  });

  it('has an open gap where what was added has no name', () => {
    const drawn = { ...extend(), polygon: { type: 'Polygon', coordinates: [] } } as ComposeForm;
    const form = { ...drawn, ...refill(drawn, town) };
    expect(smsOf(form)[0]).toContain('[plats]');
    expect(messageFaults(form, now, town).map(({ field }) => field)).toEqual(['own-text']);
    expect(messageFaults(withPlaces(extend(), bjorkskatan), now, town)).toEqual([]);
  });

  it('lets only the place and the time be written', () => {
    expect(fieldsOf(extend(), 'sv').map(({ name }) => name)).toEqual(['plats', 'från']);
    expect(fieldsOf(extend(), 'en').map(({ name }) => name)).toEqual(['plats']);
  });

  it('takes another time, in full in each language', () => {
    const form = extend();
    const time = fieldsOf(form, 'sv').find(({ name }) => name === 'från')!;
    const changed = { ...form, ...fillGap(form, 'sv', time, 'kl 2.45', town, now) };
    expect(smsOf(changed)[0]).toContain('sedan måndag 30 november kl. 02.45');
    expect(smsOf(changed)[1]).toContain('30 November');
  });

  it('has none of the mark of the correction that it extends', () => {
    const corrected = {
      ...original,
      follows: { id: 'b0', relation: 'correction', root: 'b0' },
      texts: [
        { language: 'sv', sms: `Rättelse: ${sv}` },
        { language: 'en', sms: `Correction: ${en}` },
      ],
    } as unknown as Broadcast;
    expect(smsOf(extend(corrected))).toEqual([sv, en]);
  });

  it('is read again from its draft', () => {
    const draft = {
      ...original,
      id: 'b2',
      follows: { id: 'b1', relation: 'extension', root: 'b1' },
      audience: { places: ['p1', 'p2'] },
      texts: [
        { language: 'sv', sms: sv.replace('Porsön', 'vid hamnen').replace('02.15', '01.30') },
        { language: 'en', sms: en.replace('Porsön', 'the harbour').replace('02:15', '01:30') },
      ],
    } as unknown as Broadcast;
    const form = withOwnPlaceAndTime(
      formOf(draft, [porson, bjorkskatan], town),
      original,
      template,
      town,
      draft,
    );
    expect(smsOf(form)).toEqual(draft.texts.map(({ sms }) => sms));
  });

  it.each<[string, Partial<Broadcast>]>([
    ['no template', { template: undefined }],
    ['a version that is not known', { template: { id: 't-shutoff', version: 9 } }],
    ['a text by hand', { texts: [{ ...original.texts[0]!, sms: 'Egen text.' }] }],
    [
      'a language that the template lacks',
      { texts: [...original.texts, { ...original.texts[0]!, language: 'fi' }] },
    ],
    ['a call of its own', { texts: [{ ...original.texts[0]!, voice: 'Hej.' }] }],
  ])('is fixed where the alert has %s', (_what, change) => {
    const form = extend({ ...original, ...change });
    expect(form.filled).toBeUndefined();
    expect(bodyOf({ ...form, places: [porson] }, now)).not.toHaveProperty('texts');
  });

  it('stands below its fields, as phones get it', () => {
    const form = withPlaces({ ...extend(), exercise: true }, bjorkskatan);
    const page = render(<OwnText form={form} change={() => undefined} faults={[]} municipality={town} />);
    expect(page).toContain('egen plats och tid');
    expect(page).toContain(`ÖVNING ÖVNING. ${sv.replace('Porsön', 'Porsön och Björkskatan')}`);
    expect(page).not.toContain('Antal hus');
  });
});
