import { render } from 'preact-render-to-string';
import { samples } from '../../../../../test/support/sample-templates.js';
import type { Template } from '../../api/answers.js';
import { emptyForm, type ComposeForm } from '../form/form.js';
import { addLanguage, fillGap, takeTemplate } from '../form/template-texts.js';
import { AddLanguage } from './add-language.js';
import { LanguageTexts } from './language-texts.js';
import { TemplateGaps } from './template-gaps.js';
import { TemplateReviews } from './template-reviews.js';

const town = 'Luleå kommun';
const nothing = () => undefined;
const wordsOf = (page: string): string =>
  page
    .replace(/<[^>]+>/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim();

const boil = { ...emptyForm, ...takeTemplate(emptyForm, samples.boil, town) };
const typed = (value: string, form: ComposeForm = boil): ComposeForm => {
  const gap = form.filled!.placeholders.find(({ name }) => name === 'från')!;
  return { ...form, ...fillGap(form, 'sv', gap, value, town, new Date()) };
};
const fields = (form: ComposeForm, language = 'sv') =>
  render(<TemplateGaps form={form} language={language} change={nothing} municipality={town} />);

describe('the field of a time', () => {
  it('shows the time in full', () => {
    expect(wordsOf(fields(typed('5 januari 2099 8:00')))).toMatch(/är mer än ett år bort/u);
    expect(wordsOf(fields(typed('om två timmar')))).toMatch(
      /(?:mån|tis|ons|tors|fre|lör|sön)dag \d{1,2} \p{L}+ (?:\d{4} )?kl\. \d\d\.\d\d/u,
    );
  });

  it('says at once what is wrong, and marks the field', () => {
    const page = fields(typed('snart'));
    expect(wordsOf(page)).toContain('Det går inte att läsa som en tid.');
    expect(page).toContain('aria-invalid');
    expect(fields(boil)).not.toContain('aria-invalid');
  });

  it('says when a time has been', () => {
    expect(wordsOf(fields(typed('igår 9')))).toContain('(har varit)');
  });

  it('is with the first language only', () => {
    const both = { ...boil, ...addLanguage(boil, 'en', town) };
    expect(wordsOf(fields(both, 'en'))).not.toContain('Från när');
    expect(wordsOf(fields(both, 'sv'))).toContain('Från när');
  });
});

describe('a translation', () => {
  const reviewed = { by: 'Anna Berg', at: '2026-11-02' };
  const [swedish, english] = samples.boil.texts;
  const read: Template = { ...samples.boil, texts: [swedish!, { ...english!, reviewed }] };
  const withBoth = (template: Template, language: string): ComposeForm => {
    const taken = { ...emptyForm, ...takeTemplate(emptyForm, template, town) };
    return { ...taken, ...addLanguage(taken, language, town) };
  };
  const reviews = (form: ComposeForm) =>
    wordsOf(render(<TemplateReviews template={form.filled!} texts={form.texts} />));

  it('that nobody has read is marked where the template is chosen', () => {
    expect(reviews(withBoth(samples.boil, 'en'))).toContain('Ingen namngiven person har läst');
    expect(reviews(withBoth(read, 'en'))).toContain('läst av Anna Berg 2026-11-02');
    expect(reviews(withBoth(read, 'fi'))).toContain('Mallen saknar finska.');
    expect(reviews(boil)).toBe('');
  });

  it('that nobody has read is marked where the language is added', () => {
    const options = (template: Template) => {
      const taken = { ...emptyForm, ...takeTemplate(emptyForm, template, town) };
      return wordsOf(render(<AddLanguage form={taken} change={nothing} />));
    };
    expect(options(samples.boil)).toContain('Engelska (ogranskad)');
    expect(options(read)).not.toContain('ogranskad');
  });

  it('that the template lacks is written beside the first, with the same placeholders', () => {
    const page = render(
      <LanguageTexts
        form={withBoth(samples.boil, 'fi')}
        change={nothing}
        marks={{ exercise: false }}
        municipality={town}
        faultOf={nothing}
        reviewed={[]}
      />,
    );
    expect(page).toContain('class="languages"');
    expect(wordsOf(page)).toContain('Sätt in [från]');
    expect(wordsOf(page)).toContain('Sätt in [plats]');
    expect(wordsOf(page)).toContain('Vem har läst översättningen?');
  });
});
