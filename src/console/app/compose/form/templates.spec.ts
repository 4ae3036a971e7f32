import { emptyForm, type ChosenPlace, type ComposeForm } from './form.js';
import {
  addLanguage,
  fieldsOf,
  fillGap,
  hasOwnWords,
  refill,
  takeTemplate,
  writeByHand,
} from './template-texts.js';
import { gapsLeft, gapsOf, templates } from './templates.js';
import { textCost } from './text-cost.js';

const town = 'Luleå kommun';
const house: ChosenPlace = {
  id: 'p1',
  kind: 'property',
  name: 'Innerstaden 1:11',
  address: 'Storgatan 12 A',
  boundingBox: [22, 65, 23, 66],
  saved: false,
};
/** The places that the texts say they apply to. */
const placesSaid = ({ texts }: ComposeForm) =>
  texts.map(({ sms }) => /(?:Gäller|Applies to): (.*?)\. (?:Vi|We)/u.exec(sms)?.[1]);
const apply = (form: typeof emptyForm, patch: Partial<typeof emptyForm>) => ({ ...form, ...patch });

describe('templates', () => {
  it.each(templates.map((template) => [template.id, template] as const))(
    '%s asks for place and time in every language, and names the sender',
    (_id, template) => {
      for (const text of Object.values(template.texts)) {
        expect(gapsLeft(text).toSorted()).toEqual(gapsOf(template).toSorted());
        // A house, a block, an area or a municipality: only a colon is correct before all of them.
        expect(text).toMatch(/(Gäller|Applies to): \[plats\]\. /u);
        expect(gapsLeft(text)).toEqual(expect.arrayContaining(['plats', 'från']));
        expect(text).toContain('{kommun}');
      }
    },
  );

  it.each(templates.map((template) => [template.id, template] as const))(
    '%s fits in two GSM-7 parts',
    (_id, template) => {
      for (const [language, text] of Object.entries(template.texts)) {
        const { encoding, segments } = textCost(text, { language, exercise: false });
        expect([language, encoding, segments <= 2]).toEqual([language, 'GSM-7', true]);
      }
    },
  );

  it('takeTemplate sets text and lane, and fillGap fills in the gaps', () => {
    let form = apply(emptyForm, takeTemplate(emptyForm, 'unplanned-shutoff', town));
    expect(form.lane).toBe('urgent');
    expect(fieldsOf(form, 'sv')).toEqual(['plats', 'från', 'till']);
    form = apply(form, fillGap(form, 'sv', 'plats', 'Storgatan 3', town));
    form = apply(form, fillGap(form, 'sv', 'från', 'kl. 21', town));
    expect(form.texts[0]?.sms).toContain('avstängt sedan kl. 21. Gäller: Storgatan 3. ');
    expect(gapsLeft(form.texts[0]!.sms)).toEqual(['till']);
    expect(form.texts[0]?.sms).toContain(town);
    form = apply(form, fillGap(form, 'sv', 'plats', '', town));
    expect(gapsLeft(form.texts[0]!.sms)).toEqual(['plats', 'till']);
  });

  it('the place carries over to another language, but times in words do not', () => {
    let form = apply(emptyForm, takeTemplate(emptyForm, 'boil-water', town));
    form = apply(form, fillGap(form, 'sv', 'plats', 'Porsön', town));
    form = apply(form, fillGap(form, 'sv', 'från', 'i kväll', town));
    form = apply(form, addLanguage(form, 'en', town));
    expect(form.texts[1]?.sms).toContain(
      'Boil tap water from [från] until we tell you it is over. Applies to: Porsön.',
    );
    form = apply(form, fillGap(form, 'en', 'från', 'tonight', town));
    expect(form.texts[1]?.sms).toContain('from tonight until');
    expect(form.texts[0]?.sms).toContain('från i kväll tills');
  });

  it('the place is prefilled, and the writer can change it', () => {
    let form: ComposeForm = { ...emptyForm, places: [house] };
    form = apply(form, takeTemplate(form, 'unplanned-shutoff', town));
    form = apply(form, addLanguage(form, 'en', town));
    expect(placesSaid(form)).toEqual(['Storgatan 12 A', 'Storgatan 12 A']);
    const block = { ...house, id: 'b1', kind: 'block', name: 'Linden', address: undefined } as ChosenPlace;
    form = apply(form, refill({ ...form, places: [house, block] }, town));
    expect(placesSaid(form)).toEqual([
      'Storgatan 12 A och kvarteret Linden',
      'Storgatan 12 A and the Linden block',
    ]);
    form = apply(form, fillGap(form, 'sv', 'plats', 'Storgatan 12 och kvarteret Linden', town));
    expect(placesSaid(form)).toEqual([
      'Storgatan 12 och kvarteret Linden',
      'Storgatan 12 and the Linden block',
    ]);
    form = apply(form, refill({ ...form, places: [] }, town));
    expect(placesSaid(form)[0]).toBe('Storgatan 12 och kvarteret Linden');
  });

  it("an update keeps the earlier message's place and times, an all-clear only the place", () => {
    const presets = { sv: { plats: 'Örnäset', från: 'kl. 02.15', till: 'kl. 8' } };
    const update: ComposeForm = { ...emptyForm, follows: { broadcast: 'b1', relation: 'update' }, presets };
    const said = (relation: 'update' | 'all-clear', id: string) =>
      takeTemplate({ ...update, follows: { broadcast: 'b1', relation } }, id, town).texts![0]!.sms;
    expect(said('update', 'unplanned-shutoff')).toContain(
      'sedan kl. 02.15. Gäller: Örnäset. Vi räknar med att det är tillbaka kl. 8.',
    );
    expect(said('update', 'update')).toContain('Nytt om det som började kl. 02.15. Gäller: Örnäset. [nytt].');
    expect(said('all-clear', 'water-back')).toContain('tillbaka sedan [från]. Gäller: Örnäset. ');
  });

  it("a topic's template omits the sender's name, which is added in front anyway", () => {
    const topic: ComposeForm = { ...emptyForm, audienceKind: 'topic', topic: 't1' };
    const { texts } = takeTemplate(topic, 'planned-shutoff', town);
    expect(texts![0]!.sms).not.toContain(town);
    const whole = textCost(texts![0]!.sms, { language: 'sv', exercise: false, topicOf: town }).text;
    expect(whole.split(town)).toHaveLength(2);
  });

  it('hasOwnWords is true once the user has written a text or a voice text, so that replacing it needs consent', () => {
    const filled = apply(emptyForm, takeTemplate(emptyForm, 'boil-water', town));
    expect([emptyForm, filled].map(hasOwnWords)).toEqual([false, false]);
    const written = apply(filled, writeByHand(filled, 0, { sms: 'Egen text' }));
    const spoken = apply(filled, writeByHand(filled, 0, { voice: 'Egen röst' }));
    expect([written, spoken].map(hasOwnWords)).toEqual([true, true]);
    const replaced = takeTemplate(spoken, 'undrinkable-water', town).texts![0]!;
    expect(replaced.sms).toContain('Drick inte');
    expect(replaced).not.toHaveProperty('voice');
  });

  it('a language that the template lacks is left to the writer', () => {
    let form = apply(emptyForm, takeTemplate(emptyForm, 'boil-water', town));
    form = apply(form, addLanguage(form, 'fi', town));
    expect(form.texts[1]).toEqual({ language: 'fi', sms: '' });
    expect(fieldsOf(form, 'fi')).toEqual([]);
  });

  it('editing a text by hand detaches it from the template', () => {
    let form = apply(emptyForm, takeTemplate(emptyForm, 'boil-water', town));
    form = apply(form, writeByHand(form, 0, { sms: 'Egen text' }));
    expect(form.template).toBeUndefined();
    expect(form.texts[0]?.sms).toBe('Egen text');
    form = apply(form, takeTemplate(form, undefined, town));
    expect(form.texts[0]?.sms).toBe('Egen text');
  });
});

describe('textCost', () => {
  const plain = { language: 'sv', exercise: false };

  it('a blank text costs no segments', () => {
    expect(textCost('  ', plain)).toMatchObject({ segments: 0, text: '', tooLong: false });
  });

  it('counts the marks added to a text', () => {
    const bare = textCost('Koka vattnet.', plain);
    const exercise = textCost('Koka vattnet.', { ...plain, exercise: true });
    const topic = textCost('Koka vattnet.', { ...plain, topicOf: town });
    expect(exercise.text).toMatch(/^ÖVNING ÖVNING\. .*ÖVNING\.$/s);
    expect(topic.text).toContain('STOPP');
    expect(Math.min(exercise.units, topic.units)).toBeGreaterThan(bare.units);
  });

  it('a text of more than six parts is too long', () => {
    expect(textCost('a'.repeat(6 * 153), plain).tooLong).toBe(false);
    expect(textCost('a'.repeat(6 * 153 + 1), plain).tooLong).toBe(true);
  });
});
