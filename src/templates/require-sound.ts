import { refusal } from '../kernel/refusal.js';
import { unfilledIn } from '../messages/checklist/unfilled.js';
import { markText } from '../messages/marked-text.js';
import { measure } from '../messages/measure-text.js';
import { fillWithExamples } from '../messages/fill-with-examples.js';
import { maxSmsParts, tidyMessageText } from '../messages/message-text.js';
import { requireKnownLanguages, requireLanguagesOnce } from '../messages/text-languages.js';
import type { Placeholder, TemplateContent, TemplateText } from './template.js';

const PlaceholderUnknown = refusal('template.placeholder-unknown', 'invalid', {
  sv: 'Texten på språket {language} har {placeholder}, som inte är någon av mallens luckor.',
  en: 'The text in {language} has {placeholder}, which is none of the template’s placeholders.',
});

const PlaceholderMissing = refusal('template.placeholder-missing', 'invalid', {
  sv: 'Texten på språket {language} saknar {placeholder}, som finns på ett annat språk.',
  en: 'The text in {language} lacks {placeholder}, which another language has.',
});

const PlaceholderUnused = refusal('template.placeholder-unused', 'invalid', {
  sv: 'Luckan {placeholder} finns inte i någon text.',
  en: 'No text has the placeholder {placeholder}.',
});

const PlaceholderTwice = refusal('template.placeholder-twice', 'invalid', {
  sv: 'Luckan {placeholder} finns två gånger.',
  en: 'The placeholder {placeholder} is there twice.',
});

const TemplateTextTooLong = refusal('template.text-too-long', 'invalid', {
  sv: 'Texten på språket {language} blir {segments} sms-delar när luckorna fylls med sina exempel. Den får bli högst {most}.',
  en: 'The text in {language} takes {segments} SMS parts when its placeholders are filled with their examples. At most {most} are allowed.',
});

/** Replaced by the municipality's name. */
const sender = '{kommun}';

const channelTexts = ['sms', 'voice', 'headline', 'web'] as const;

/**
 * @throws text.language-twice, text.language-unknown, template.placeholder-twice, template.placeholder-unknown,
 *   template.placeholder-missing, template.placeholder-unused, template.text-too-long
 */
export function requireSound({ placeholders, texts, exercise }: TemplateContent): void {
  requireLanguagesOnce(texts);
  requireKnownLanguages(texts);
  const names = placeholders.map(({ name }) => `[${name}]`);
  const twice = names.find((name, position) => names.indexOf(name) < position);
  if (twice !== undefined) throw PlaceholderTwice({ placeholder: twice });
  for (const channel of channelTexts) requireSamePlaceholders(texts, channel, names);
  const unused = names.find((name) =>
    texts.every((text) => channelTexts.every((channel) => !gapsIn(text[channel] ?? '').has(name))),
  );
  if (unused !== undefined) throw PlaceholderUnused({ placeholder: unused });
  for (const text of texts) requireFitting(text, placeholders, exercise);
}

/** The languages that have this kind of text at all must have the same placeholders in it. */
function requireSamePlaceholders(
  texts: readonly TemplateText[],
  channel: (typeof channelTexts)[number],
  names: readonly string[],
): void {
  const written = texts.flatMap(({ language, [channel]: text }) => (text ? [{ language, text }] : []));
  const gaps = written.map(({ language, text }) => ({ language, has: gapsIn(text) }));
  for (const { language, has } of gaps)
    for (const placeholder of has)
      if (!names.includes(placeholder)) throw PlaceholderUnknown({ language, placeholder });
  for (const { has } of gaps)
    for (const placeholder of has) {
      const lacking = gaps.find((other) => !other.has.has(placeholder));
      if (lacking) throw PlaceholderMissing({ language: lacking.language, placeholder });
    }
}

const gapsIn = (text: string): ReadonlySet<string> =>
  new Set(
    unfilledIn(text)
      .map((part) => part.text)
      .filter((gap) => gap !== sender),
  );

function requireFitting(
  { language, sms }: TemplateText,
  placeholders: readonly Placeholder[],
  exercise: boolean,
): void {
  const filled = markText(fillWithExamples(sms, placeholders, language), language, { exercise });
  const { segments } = measure(tidyMessageText(filled));
  if (segments > maxSmsParts) throw TemplateTextTooLong({ language, segments, most: maxSmsParts });
}
