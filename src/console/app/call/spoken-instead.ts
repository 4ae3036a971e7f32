import { textToSay, type Voices } from '../../../messages/voice-script.js';

/**
 * The language that landlines hear where no voice can read theirs: of the text that is read to them instead. Undefined
 * while no written text can be read.
 *
 * @param voices languages that calls can be held in
 */
export function spokenInstead(
  texts: readonly { readonly language: string; readonly sms: string }[],
  language: string,
  voices: readonly string[],
): string | undefined {
  const written = texts.filter(({ sms }) => sms.trim() !== '');
  const known = Object.fromEntries(voices.map((voice) => [voice, { language: voice }])) as Voices;
  const said = textToSay(written, language, known)?.language;
  return said === language ? undefined : said;
}
