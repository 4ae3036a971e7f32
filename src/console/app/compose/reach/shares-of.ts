import { channels, factsOf } from '../../../../kernel/channel.js';
import { perLanguage, type LanguageShare } from '../../../../messages/per-language.js';
import type { Voices } from '../../../../messages/voice-script.js';
import type { Preview, Settings } from '../../api/answers.js';
import { marksOf, type ComposeForm } from '../form/form.js';
import { textCost } from '../form/text-cost.js';

/** What each text of a form costs, and to how many, while it is written: the API's estimate comes with the draft. */
export function sharesOf(
  form: ComposeForm,
  languages: Preview['languages'],
  { municipality, prices, voices, publicUrl }: Settings,
): LanguageShare[] {
  const marks = marksOf(form, municipality.name, publicUrl);
  const counts = languages.flatMap(({ language, phones }) =>
    channels.map((channel) => ({ language, channel, phones: phones[factsOf(channel).reaches] })),
  );
  const texts = form.texts.map(({ language, sms }) => ({
    language,
    segments: textCost(sms, { language, ...marks }).segments,
  }));
  return perLanguage(counts, texts, {
    unitOre: (channel) => (factsOf(channel).unit === 'segment' ? prices.segmentOre : prices.callOre),
    voices: Object.fromEntries(voices.map((language) => [language, { language }])) as Voices,
  });
}
