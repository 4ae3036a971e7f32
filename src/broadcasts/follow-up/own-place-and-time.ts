import { refusal } from '../../kernel/refusal.js';
import { unmarkCorrection } from '../../messages/correction-marking.js';
import { fillingsSaid } from '../../messages/fillings.js';
import { unmarkText } from '../../messages/marked-text.js';
import { tidyMessageText } from '../../messages/message-text.js';
import type { TemplateContent } from '../../templates/template.js';
import type { BroadcastText } from '../broadcast.js';

const OnlyPlaceAndTime = refusal('broadcast.only-place-and-time', 'invalid', {
  sv: 'I en utökning får bara platsen och tiden ändras, i samma mall och på samma språk som larmet. Utelämna texterna för att säga precis det som larmet sa.',
  en: 'An extension may change only the place and the time, in the same template and the same languages as the alert. Leave out the texts to say exactly what the alert said.',
});

type Said = Pick<BroadcastText, 'language' | 'sms' | 'voice'>;

/** Kinds of placeholders that may differ where the message is taken to. */
const mayDiffer = new Set(['place', 'time']);

/**
 * Checks the texts of an extension: they must be the alert's, but for where and when.
 *
 * @param template the version that the alert was made from
 * @throws broadcast.only-place-and-time
 */
export function requireOwnPlaceAndTimeOnly(
  { texts, placeholders }: Pick<TemplateContent, 'texts' | 'placeholders'>,
  alert: readonly Said[],
  extension: readonly Said[],
  municipality: string,
): void {
  const fixed = placeholders.filter(({ kind }) => !mayDiffer.has(kind)).map(({ name }) => name);
  const isSame = (
    template: string | undefined,
    said: string | undefined,
    now: string | undefined,
    language: string,
  ) => {
    if (said === undefined || now === undefined) return said === now;
    if (template === undefined) return false;
    const pattern = tidyMessageText(template.replace('{kommun}', () => municipality));
    const [before, after] = [said, now].map((text) =>
      fillingsSaid(unmarkCorrection(unmarkText(text, language, municipality), language), pattern, language),
    );
    return before && after ? fixed.every((name) => before[name] === after[name]) : false;
  };
  const fits =
    alert.map(({ language }) => language).join() === extension.map(({ language }) => language).join() &&
    alert.every(({ language, sms, voice }, at) => {
      const template = texts.find((each) => each.language === language);
      const now = extension[at]!;
      return (
        isSame(template?.sms, sms, now.sms, language) && isSame(template?.voice, voice, now.voice, language)
      );
    });
  if (!fits) throw OnlyPlaceAndTime();
}
