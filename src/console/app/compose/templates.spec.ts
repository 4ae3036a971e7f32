import { emptyForm, type ComposeForm } from './form.js';
import { addLanguage, fieldsOf, fillGap, takeTemplate, writeByHand } from './template-texts.js';
import { gapsLeft, gapsOf, templates } from './templates.js';
import { textCost } from './text-cost.js';

const town = 'Luleå kommun';
const apply = (form: typeof emptyForm, patch: Partial<typeof emptyForm>) => ({ ...form, ...patch });

describe('templates', () => {
  it.each(templates.map((template) => [template.id, template] as const))(
    '%s asks for place and time in every language, and names the sender',
    (_id, template) => {
      for (const text of Object.values(template.texts)) {
        expect(gapsLeft(text)).toEqual(gapsOf(template));
        expect(gapsLeft(text)).toEqual(expect.arrayContaining(['plats', 'från']));
        expect(text).toContain('{kommun}');
      }
    },
  );

  it.each(templates.map((template) => [template.id, template] as const))(
    '%s fits in two parts of plain letters',
    (_id, template) => {
      for (const [language, text] of Object.entries(template.texts)) {
        const { encoding, segments } = textCost(text, { language, exercise: false });
        expect([language, encoding, segments <= 2]).toEqual([language, 'GSM-7', true]);
      }
    },
  );

  it('gives its text and its lane, and fills in as one writes', () => {
    let form = apply(emptyForm, takeTemplate(emptyForm, 'unplanned-shutoff', town));
    expect(form.lane).toBe('urgent');
    expect(fieldsOf(form, 'sv')).toEqual(['plats', 'från', 'till']);
    form = apply(form, fillGap(form, 'sv', 'plats', 'Storgatan 3', town));
    form = apply(form, fillGap(form, 'sv', 'från', 'kl. 21', town));
    expect(form.texts[0]?.sms).toContain('avstängt på Storgatan 3 sedan kl. 21. ');
    expect(gapsLeft(form.texts[0]!.sms)).toEqual(['till']);
    expect(form.texts[0]?.sms).toContain(town);
    form = apply(form, fillGap(form, 'sv', 'plats', '', town));
    expect(gapsLeft(form.texts[0]!.sms)).toEqual(['plats', 'till']);
  });

  it('takes the place along to another language, but not times, which are written in words', () => {
    let form = apply(emptyForm, takeTemplate(emptyForm, 'boil-water', town));
    form = apply(form, fillGap(form, 'sv', 'plats', 'Porsön', town));
    form = apply(form, fillGap(form, 'sv', 'från', 'i kväll', town));
    form = apply(form, addLanguage(form, 'en', town));
    expect(form.texts[1]?.sms).toContain('Boil tap water at Porsön from [från]');
    form = apply(form, fillGap(form, 'en', 'från', 'tonight', town));
    expect(form.texts[1]?.sms).toContain('from tonight until');
    expect(form.texts[0]?.sms).toContain('från i kväll tills');
  });

  it('begins with the place that is known, which the writer may change', () => {
    let form: ComposeForm = { ...emptyForm, presets: { sv: { plats: 'Örnäset' } } };
    form = apply(form, takeTemplate(form, 'all-clear', town));
    form = apply(form, addLanguage(form, 'en', town));
    expect(form.texts.map(({ sms }) => sms.slice(0, 38))).toEqual([
      'Faran är över på Örnäset från [från]. ',
      'The danger is over at Örnäset from [fr',
    ]);
    expect(fillGap(form, 'sv', 'plats', 'Kronan', town).texts?.[0]?.sms).toContain('över på Kronan från');
  });

  it('leaves a language it has no text in for the writer', () => {
    let form = apply(emptyForm, takeTemplate(emptyForm, 'boil-water', town));
    form = apply(form, addLanguage(form, 'fi', town));
    expect(form.texts[1]).toEqual({ language: 'fi', sms: '' });
    expect(fieldsOf(form, 'fi')).toEqual([]);
  });

  it('lets go once somebody writes by hand', () => {
    let form = apply(emptyForm, takeTemplate(emptyForm, 'boil-water', town));
    form = apply(form, writeByHand(form, 0, { sms: 'Egen text' }));
    expect(form.template).toBeUndefined();
    expect(form.texts[0]?.sms).toBe('Egen text');
    form = apply(form, takeTemplate(form, undefined, town));
    expect(form.texts[0]?.sms).toBe('Egen text');
  });
});

describe('what a text costs while it is written', () => {
  const plain = { language: 'sv', exercise: false };

  it('is nothing for nothing', () => {
    expect(textCost('  ', plain)).toMatchObject({ segments: 0, text: '', tooLong: false });
  });

  it('counts what is put around it', () => {
    const bare = textCost('Koka vattnet.', plain);
    const exercise = textCost('Koka vattnet.', { ...plain, exercise: true });
    const topic = textCost('Koka vattnet.', { ...plain, topicOf: town });
    expect(exercise.text).toMatch(/^ÖVNING ÖVNING\. .*ÖVNING\.$/s);
    expect(topic.text).toContain('STOPP');
    expect(Math.min(exercise.units, topic.units)).toBeGreaterThan(bare.units);
  });

  it('is too long beyond six parts', () => {
    expect(textCost('a'.repeat(6 * 153), plain).tooLong).toBe(false);
    expect(textCost('a'.repeat(6 * 153 + 1), plain).tooLong).toBe(true);
  });
});
