import { refusal } from '../kernel/refusal.js';
import type { Broadcast } from './broadcast.js';

export const TemplateUnknown = refusal('broadcast.template-unknown', 'invalid', {
  sv: 'Det finns ingen mall med det id:t i version {version}. Rätta det, eller lämna mallen tom.',
  en: 'There is no template with that id in version {version}. Correct it, or leave the template out.',
});
const ReadByOther = refusal('broadcast.read-by-other-language', 'invalid', {
  sv: 'Någon ska ha läst översättningen till {language}, men det finns ingen text på det språket. Lägg till texten, eller ta bort namnet.',
  en: 'Somebody is said to have read the translation into {language}, but there is no text in it. Add the text, or leave the name out.',
});
const ReadByFirst = refusal('broadcast.read-by-first-language', 'invalid', {
  sv: 'Den första texten, på {language}, är ingen översättning. Ta bort namnet på den som har läst den.',
  en: 'The first text, in {language}, is no translation. Leave out the name of who has read it.',
});

/**
 * Checks that those who have read translations have read texts of the broadcast.
 *
 * @throws broadcast.read-by-other-language, broadcast.read-by-first-language
 */
export function requireTranslationsRead({
  readBy = {},
  texts,
}: {
  readonly readBy?: Broadcast['readBy'];
  readonly texts: readonly Pick<Broadcast['texts'][number], 'language'>[];
}): void {
  const languages = texts.map(({ language }) => language);
  const other = Object.keys(readBy).find((language) => !languages.includes(language));
  if (other !== undefined) throw ReadByOther({ language: other });
  const first = languages[0];
  if (first !== undefined && Object.hasOwn(readBy, first)) throw ReadByFirst({ language: first });
}
