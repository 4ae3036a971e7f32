import { unmarkCorrection } from '../messages/correction-marking.js';
import { fillingsSaid } from '../messages/fillings.js';
import { unmarkText } from '../messages/marked-text.js';
import { readTime } from '../messages/typed-time/read-time.js';
import type { TemplateContent } from '../templates/template.js';
import type { BroadcastText } from './broadcast.js';

/** The placeholder of the time from which something holds. */
const from = 'från';

/**
 * When what a text is about begins or began: what stands in the field for that time; undefined if it was not made from
 * the template, or says no time that can be read.
 *
 * @param municipality its name
 * @param now when it was written: the text names days from then
 */
export function onsetIn(
  { language, sms }: Pick<BroadcastText, 'language' | 'sms'>,
  { texts, placeholders }: Pick<TemplateContent, 'texts' | 'placeholders'>,
  { municipality, now }: { readonly municipality: string; readonly now: Date },
): Date | undefined {
  const known = texts.find((text) => text.language === language)?.sms;
  const isTime = placeholders.some(({ name, kind }) => name === from && kind === 'time');
  if (known === undefined || !isTime) return undefined;
  const text = unmarkCorrection(unmarkText(sms, language, municipality), language);
  const template = known.replace('{kommun}', () => municipality);
  const said = fillingsSaid(text, template, language)?.[from];
  if (said === undefined) return undefined;
  const time = readTime(said, { now });
  if (time.kind === 'moment') return time.at;
  return time.kind === 'span' ? time.from : undefined;
}
