import { allSamples, samples, sampleTemplate } from '../../../../../test/support/sample-templates.js';
import type { Relation } from '../../../../kernel/relations.js';
import { bodyOf, emptyForm, type ChosenPlace, type ComposeForm } from './form.js';
import { messageFaults } from './form-faults.js';
import {
  addLanguage,
  fieldsOf,
  fillGap,
  fillingsOf,
  hasOwnWords,
  refill,
  takeTemplate,
  writeByHand,
} from './template-texts.js';
import { followUpOf, openIn, templatesFor } from './templates.js';
import { textCost } from './text-cost.js';

const town = 'Luleå kommun';
/** A Monday, 13:00. */
const now = new Date('2026-11-30T12:00:00Z');
const house: ChosenPlace = {
  id: 'p1',
  kind: 'property',
  name: 'Innerstaden 1:11',
  address: 'Storgatan 12 A',
  boundingBox: [22, 65, 23, 66],
  saved: false,
};

/** The placesSaid of the texts after "Gäller:". */
const placesSaid = ({ texts }: ComposeForm) =>
  texts.map(({ sms }) => /(?:Gäller|Applies to): (.*?)\. /u.exec(sms)?.[1]);

/** A form that is filled in step by step. */
class Writing {
  constructor(public form: ComposeForm = emptyForm) {}
  do(patch: Partial<ComposeForm>): this {
    this.form = { ...this.form, ...patch };
    return this;
  }
  take(template: (typeof allSamples)[number] | undefined): this {
    return this.do(takeTemplate(this.form, template, town));
  }
  fill(name: string, value: string, language = 'sv', at = now): this {
    const gap = this.form.filled!.placeholders.find((placeholder) => placeholder.name === name)!;
    return this.do(fillGap(this.form, language, gap, value, town, at));
  }
  add(language: string): this {
    return this.do(addLanguage(this.form, language, town));
  }
  write(position: number, patch: { sms?: string; voice?: string }): this {
    return this.do(writeByHand(this.form, position, patch, town));
  }
  get sms(): string[] {
    return this.form.texts.map(({ sms }) => sms);
  }
  faults(at = now): string[] {
    return messageFaults(this.form, at, town).map(({ field }) => field);
  }
}

describe('a template', () => {
  it('gives texts, lane and event, and its fields fill its gaps', () => {
    const writing = new Writing().take(samples.unplanned);
    expect(writing.form).toMatchObject({ lane: 'urgent', event: 'leak' });
    expect(fieldsOf(writing.form, 'sv').map(({ name }) => name)).toEqual(['plats', 'från', 'till']);
    writing.fill('plats', 'Storgatan 3').fill('från', '02.15');
    expect(writing.sms[0]).toBe(
      `Vattnet är avstängt sedan måndag 30 november kl. 02.15. Gäller: Storgatan 3. Det är tillbaka [till]. ${town}`,
    );
    expect(openIn(writing.sms[0]!)).toEqual(['[till]']);
    expect(writing.faults()).toEqual(['sms-0']);
    writing.fill('plats', '');
    expect(openIn(writing.sms[0]!)).toEqual(['[plats]', '[till]']);
  });

  it('a time is typed once, and written in full in every language', () => {
    const writing = new Writing().take(samples.boil).fill('från', 'i natt 23').add('en');
    expect(writing.sms[0]).toContain('från måndag 30 november kl. 23.00. ');
    expect(writing.sms[1]).toContain('from Monday 30 November at 23:00. ');
    expect(fieldsOf(writing.form, 'en').map(({ name }) => name)).toEqual(['plats']);
  });

  it('a number is typed once, free text in each language', () => {
    const writing = new Writing()
      .take(sampleTemplate('n', { sv: '[antal] hus. [nytt]', en: '[antal] houses. [nytt]' }))
      .fill('antal', '12')
      .fill('nytt', 'Klart')
      .add('en');
    expect(writing.sms).toEqual(['12 hus. Klart', '12 houses. [nytt]']);
    expect(writing.fill('nytt', 'Done', 'en').sms).toEqual(['12 hus. Klart', '12 houses. Done']);
  });

  it('a span fills both ends, and the end can be changed', () => {
    const writing = new Writing().take(samples.planned).fill('från', 'imorgon 9–12');
    expect(writing.sms[0]).toContain('från tisdag 1 december kl. 09.00 till tisdag 1 december kl. 12.00. ');
    writing.fill('till', '14');
    expect(writing.sms[0]).toContain('till tisdag 1 december kl. 14.00. ');
  });

  it('the end follows the start: "06" after the evening is the next morning', () => {
    const writing = new Writing().take(samples.planned).fill('från', 'fredag 22').fill('till', '06');
    expect(writing.sms[0]).toContain('från fredag 4 december kl. 22.00 till lördag 5 december kl. 06.00. ');
  });

  it('an end that nobody knows is said in each language, and is no fault', () => {
    const writing = new Writing()
      .take(samples.planned)
      .fill('plats', 'Porsön')
      .fill('från', 'imorgon 9')
      .fill('till', 'okänt')
      .add('en');
    expect(writing.sms).toEqual([
      `Vi stänger av vattnet från tisdag 1 december kl. 09.00 tills vidare. Gäller: Porsön. ${town}`,
      `We will shut off the water from Tuesday 1 December at 09:00 until further notice. Applies to: Porsön. ${town}`,
    ]);
    expect(writing.faults()).toEqual([]);
    writing.fill('till', '15');
    expect(writing.sms[0]).toContain('kl. 09.00 till tisdag 1 december kl. 15.00. ');
  });

  it('a start can’t be "tills vidare"', () => {
    const writing = new Writing().take(samples.planned).fill('från', 'tills vidare').fill('till', '?');
    expect(openIn(writing.sms[0]!)).toContain('[från]');
    expect(writing.faults()).toContain('gap-från');
  });

  it('words such as "om två timmar" count from when they were typed', () => {
    const writing = new Writing().take(samples.boil).fill('från', 'om två timmar');
    const later = refill({ ...writing.form, places: [house] }, town);
    expect(later.texts[0]!.sms).toContain('från måndag 30 november kl. 15.00. ');
  });

  it.each([
    ['a time that nobody can read', samples.boil, { från: 'snart' }],
    ['a start that has passed', samples.planned, { från: 'idag 9' }],
    ['an end before the start', samples.planned, { från: 'imorgon 9', till: 'idag 14' }],
    ['an end that has passed', samples.unplanned, { från: '8', till: 'idag 9' }],
    ['a start that has not been', samples.unplanned, { från: 'imorgon 9' }],
    ['an hour that summer time skips', samples.boil, { från: '28 mars 2027 2:30' }],
  ])('%s leaves the gap open, and is told', (_what, template, typed) => {
    const writing = new Writing().take(template).fill('plats', 'Porsön');
    for (const [name, value] of Object.entries(typed)) writing.fill(name, value);
    const last = Object.keys(typed).at(-1)!;
    expect(openIn(writing.sms[0]!)).toContain(`[${last}]`);
    expect(writing.faults()).toContain(`gap-${last}`);
  });

  it('a time that has passed since it was typed is told before it is sent', () => {
    const writing = new Writing()
      .take(samples.planned)
      .fill('plats', 'Porsön')
      .fill('från', '14')
      .fill('till', '16');
    expect(writing.faults()).toEqual([]);
    expect(writing.faults(new Date('2026-11-30T13:30:00Z'))).toEqual(['gap-från']);
  });

  it('the place is prefilled in each language, and the writer can change it', () => {
    const writing = new Writing({ ...emptyForm, places: [house] }).take(samples.unplanned).add('en');
    expect(placesSaid(writing.form)).toEqual(['Storgatan 12 A', 'Storgatan 12 A']);
    const block = { ...house, id: 'b1', kind: 'block', name: 'Linden', address: undefined } as ChosenPlace;
    writing.do(refill({ ...writing.form, places: [house, block] }, town));
    expect(placesSaid(writing.form)).toEqual([
      'Storgatan 12 A och kvarteret Linden',
      'Storgatan 12 A and the Linden block',
    ]);
    writing.fill('plats', 'Storgatan 12 och kvarteret Linden');
    expect(placesSaid(writing.form)).toEqual([
      'Storgatan 12 och kvarteret Linden',
      'Storgatan 12 and the Linden block',
    ]);
    writing.do(refill({ ...writing.form, places: [] }, town));
    expect(placesSaid(writing.form)[0]).toBe('Storgatan 12 och kvarteret Linden');
  });

  it('only the place of the event is prefilled, not where water is fetched', () => {
    const writing = new Writing({ ...emptyForm, places: [house] }).take(samples.fetch);
    expect(fillingsOf(writing.form, 'sv')).toEqual({ plats: 'Storgatan 12 A' });
  });

  it("an update keeps the earlier message's place and times, an all-clear only the place", () => {
    const presets = {
      sv: { plats: 'Örnäset', från: 'måndag 30 november kl. 02.15', till: 'i morgon bitti' },
      en: { plats: 'Örnäset', från: 'Monday 30 November at 02:15', till: 'tomorrow morning' },
    };
    const following = (relation: Relation): ComposeForm => ({
      ...emptyForm,
      texts: ['sv', 'en'].map((language) => ({ language, sms: '' })),
      follows: { broadcast: 'b1', relation },
      presets,
      presetsFrom: now.toISOString(),
    });
    const update = new Writing(following('update')).take(samples.unplanned);
    expect(update.sms).toEqual([
      `Vattnet är avstängt sedan måndag 30 november kl. 02.15. Gäller: Örnäset. Det är tillbaka i morgon bitti. ${town}`,
      `The water is off since Monday 30 November at 02:15. Applies to: Örnäset. It is back tomorrow morning. ${town}`,
    ]);
    expect(update.faults()).toEqual([]);
    const clear = new Writing(following('all-clear')).take(samples.allClear);
    expect(clear.sms[0]).toBe(`Faran är över från [från]. Gäller: Örnäset. ${town}`);
  });

  it("a topic's template omits the sender's name, which is added in front anyway", () => {
    const { sms } = new Writing({ ...emptyForm, audienceKind: 'topic', topic: 't1' }).take(samples.planned);
    expect(sms[0]).not.toContain(town);
    const whole = textCost(sms[0]!, { language: 'sv', exercise: false, topicOf: town }).text;
    expect(whole.split(town)).toHaveLength(2);
  });

  it('fills what a call says too; once that is edited by hand, the fields no longer change the texts', () => {
    const [swedish] = samples.boil.texts;
    const writing = new Writing()
      .take({ ...samples.boil, texts: [{ ...swedish!, voice: 'Koka vattnet från [från].' }] })
      .fill('från', 'nu');
    expect(writing.form.texts[0]!.voice).toBe('Koka vattnet från måndag 30 november kl. 13.00.');
    expect(hasOwnWords(writing.form)).toBe(false);
    expect(writing.write(0, { voice: 'Koka.' }).form.filled).toBeUndefined();
  });

  it('a call can read the SMS instead of the template’s text for calls', () => {
    const [swedish] = samples.boil.texts;
    const voiced = { ...samples.boil, texts: [{ ...swedish!, voice: 'Koka vattnet från [från].' }] };
    const writing = new Writing().take(voiced);
    writing.do(writeByHand(writing.form, 0, { voice: undefined }, town)).fill('från', 'nu');
    expect(writing.form.texts[0]!.voice).toBeUndefined();
    expect(writing.sms[0]).toContain('från måndag 30 november kl. 13.00');
  });

  it('the address that is typed into the text is the page of the checklist too', () => {
    const linked = sampleTemplate('l', { sv: 'Läs mer: [länk]' }, { event: 'boil' });
    const link = { name: 'länk', kind: 'free', label: { sv: 'Länk', en: 'Link' } } as const;
    const writing = new Writing().take({ ...linked, placeholders: [link] }).fill('länk', 'alavik.se/vatten');
    expect(writing.form.page).toBe('alavik.se/vatten');
    expect(writing.add('fi').write(1, { sms: 'Lue lisää: [länk]' }).sms[1]).toBe(
      'Lue lisää: alavik.se/vatten',
    );
    expect(writing.fill('länk', '').form.page).toBeUndefined();
  });

  it('of an exercise makes the broadcast one', () => {
    expect(new Writing().take({ ...samples.boil, exercise: true }).form.exercise).toBe(true);
  });

  it('hasOwnWords is true once the user has written a text or a voice text, so that replacing it needs consent', () => {
    const filled = new Writing().take(samples.boil);
    expect([emptyForm, filled.form].map(hasOwnWords)).toEqual([false, false]);
    expect(hasOwnWords(new Writing(filled.form).write(0, { sms: 'Egen text' }).form)).toBe(true);
    const spoken = new Writing(filled.form).write(0, { voice: 'Egen röst' });
    expect(hasOwnWords(spoken.form)).toBe(true);
    const replaced = spoken.take(samples.unplanned).form.texts[0]!;
    expect(replaced.sms).toContain('avstängt');
    expect(replaced).not.toHaveProperty('voice');
  });

  it('editing a text by hand detaches it from the template', () => {
    const writing = new Writing().take(samples.boil).write(0, { sms: 'Egen text' });
    expect(writing.form.filled).toBeUndefined();
    expect(writing.take(undefined).sms).toEqual(['Egen text']);
  });
});

describe('a language that the template lacks', () => {
  it('is translated by the writer, with the same placeholders', () => {
    const writing = new Writing({ ...emptyForm, places: [house] }).take(samples.boil).add('fi');
    expect(writing.form.texts[1]).toEqual({ language: 'fi', sms: '' });
    expect(fieldsOf(writing.form, 'fi')).toEqual([]);
    writing.write(1, { sms: 'Keitä vesi: [från]. Koskee: [plats]. {kommun}' });
    expect(writing.form.filled).toBeDefined();
    writing.fill('från', 'imorgon 06');
    expect(writing.sms[1]).toBe(
      `Keitä vesi: tiistai 1. joulukuuta klo 06.00. Koskee: Storgatan 12 A. ${town}`,
    );
    expect(fieldsOf(writing.form, 'fi').map(({ name }) => name)).toEqual(['plats']);
    expect(hasOwnWords(writing.form)).toBe(true);
  });
});

describe('templatesFor', () => {
  const slugs = (relation?: Relation, earlier?: string) =>
    templatesFor(allSamples, relation, earlier).map(({ slug }) => slug);

  it('offers for new broadcasts those that follow nothing', () => {
    expect(slugs()).toEqual(['planned-shutoff', 'unplanned-shutoff', 'boil-water', 'fetch']);
  });

  it('offers first what was made for the original’s template, then what fits any', () => {
    expect(slugs('all-clear', 'boil-water')).toEqual(['boil-over', 'all-clear', 'water-back']);
    expect(slugs('all-clear', 'planned-shutoff')).toEqual(['water-back', 'all-clear', 'boil-over']);
    expect(slugs('update')).toEqual(['update', ...slugs()]);
    expect(slugs('extension')).toEqual([]);
  });

  it('begins a follow-up with the one that was made for it', () => {
    expect(followUpOf(allSamples, 'all-clear', 'boil-water')).toBe(samples.boilOver);
    expect(followUpOf(allSamples, 'update', 'boil-water')).toBeUndefined();
    expect(followUpOf(allSamples, 'all-clear', undefined)).toBeUndefined();
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

describe('who has read a translation', () => {
  const named = (form: ComposeForm) => bodyOf({ ...form, places: [house] }, now)!.readBy;

  it('is named while the text is as it was, and for the languages that are there', () => {
    const writing = new Writing()
      .take(samples.boil)
      .add('en')
      .do({ readBy: { en: ' Anna Berg ', fi: 'Aino' } });
    expect(named(writing.form)).toEqual({ en: 'Anna Berg' });
    expect(named(writing.fill('från', 'nu').form)).toEqual({ en: 'Anna Berg' });
    expect(named(writing.write(0, { sms: 'Hej' }).form)).toEqual({ en: 'Anna Berg' });
    expect(named(writing.write(1, { sms: 'Hi' }).form)).toBeUndefined();
  });

  it('is forgotten with another template', () => {
    const writing = new Writing()
      .take(samples.boil)
      .add('en')
      .do({ readBy: { en: 'Anna Berg' } });
    expect(named(writing.take(samples.planned).form)).toBeUndefined();
  });
});

describe('the template that a text was made from', () => {
  it('is said also when the text was changed by hand, but not without a template', () => {
    const sent = (form: ComposeForm) => bodyOf({ ...form, places: [house] }, now)!.template;
    const writing = new Writing().take(samples.boil);
    expect(sent(writing.form)).toEqual({ id: samples.boil.id, version: 1 });
    expect(sent(writing.write(0, { sms: 'Egen text' }).form)).toEqual({ id: samples.boil.id, version: 1 });
    expect(sent(writing.take(undefined).form)).toBeUndefined();
  });
});
