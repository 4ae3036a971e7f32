import type { Template } from '../../api/answers.js';
import type { Fillings } from './templates.js';
import type { TextForm } from './text-form.js';

/**
 * The template that the texts follow, as it was when it was chosen. The form keeps all of it: a reload or a lost
 * connection must not take it away.
 */
export interface ChosenTemplate extends Pick<
  Template,
  'id' | 'slug' | 'version' | 'name' | 'event' | 'relation' | 'placeholders' | 'texts'
> {
  /** What was typed, by language. Times and numbers are typed once, with the first language. */
  readonly fillings: Readonly<Record<string, Fillings>>;
  /** When each time was typed, ISO: "om två timmar" counts from then. */
  readonly typedAt: Fillings;
  /** Languages in which a call reads the SMS, although the template has a text for calls. */
  readonly unvoiced: readonly string[];
  /** Languages whose page says something else than the template's, or nothing. */
  readonly unpaged?: readonly string[];
  /** Translations that the writer made of it, with its placeholders, by language. */
  readonly own: Fillings;
}

export function choose(
  { id, slug, version, name, event, relation, placeholders, texts }: Template,
  before: ChosenTemplate | undefined,
): ChosenTemplate {
  return {
    ...{ id, slug, version, name, placeholders, texts },
    ...(event === undefined ? {} : { event }),
    ...(relation === undefined ? {} : { relation }),
    // A name means the same in every template, so what was typed fits the next one too.
    fillings: before?.fillings ?? {},
    typedAt: before?.typedAt ?? {},
    own: {},
    unvoiced: [],
  };
}

/** The template's text for SMS in a language: its own, or the writer's translation of it. */
export const smsOf = ({ texts, own }: ChosenTemplate, language: string): string | undefined =>
  own[language] ?? texts.find((text) => text.language === language)?.sms;

export const voiceOf = ({ texts, own, unvoiced }: ChosenTemplate, language: string): string | undefined =>
  own[language] === undefined && !unvoiced.includes(language)
    ? texts.find((text) => text.language === language)?.voice
    : undefined;

/** What the template says on the page in a language, where that is still its own. */
export function pageOfTemplate(
  { texts, own, unpaged = [] }: ChosenTemplate,
  language: string,
): Pick<TextForm, 'headline' | 'web'> | undefined {
  if (own[language] !== undefined || unpaged.includes(language)) return undefined;
  const { headline, web } = texts.find((text) => text.language === language) ?? {};
  return headline === undefined && web === undefined ? undefined : { headline, web };
}

/** Whether the writer translates it into this language. */
export const isTranslatedHere = ({ texts, own }: ChosenTemplate, language: string): boolean =>
  own[language] !== undefined || !texts.some((text) => text.language === language);
