import type { z } from 'zod';
import { factsOf, reachedKinds } from '../kernel/channel.js';
import type { PhoneKind } from '../kernel/phone-number.js';
import type { LanguageCount } from '../messages/per-language.js';
import type { RecipientCount } from './audience-counts.js';
import type { Audience } from './audience.js';
import type { LanguageAnswer } from './preview-answers.js';

/**
 * The phones whose languages may be shown, and by which parts and cost are estimated. None of it depends on secret
 * people:
 *
 * - of an area or a topic only who will be reached, never who is left out;
 * - of the recipients of an earlier broadcast everyone who had it. The languages of that broadcast are known: if those
 *   who are left out were taken off, a language would say which of its recipients has become secret.
 */
export const tellLanguages = (audience: Audience, recipients: readonly RecipientCount[]): LanguageCount[] =>
  recipients
    .filter(({ suppressed }) => suppressed === null || 'recipientsOf' in audience)
    .map(({ language, channel, phones }) => ({ language, channel, phones }));

/** Languages by how many phones have them, most first. */
export function byLanguage(counts: readonly LanguageCount[]): z.infer<typeof LanguageAnswer>[] {
  const languages = [...new Set(counts.map(({ language }) => language))];
  const phonesOf = (language: string, kind?: PhoneKind): number =>
    counts
      .filter((one) => one.language === language && (!kind || factsOf(one.channel).reaches === kind))
      .reduce((sum, { phones }) => sum + phones, 0);
  return languages
    .sort((a, b) => phonesOf(b) - phonesOf(a) || a.localeCompare(b))
    .map((language) => ({
      language,
      phones: Object.fromEntries(reachedKinds.map((kind) => [kind, phonesOf(language, kind)])) as Record<
        PhoneKind,
        number
      >,
    }));
}
