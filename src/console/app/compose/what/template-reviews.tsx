import { languageWording } from '../../broadcasts/broadcast.words.js';
import { useSpeech } from '../../language/language.js';
import { isTranslatedHere, type ChosenTemplate } from '../form/chosen-template.js';
import type { TextForm } from '../form/form.js';
import { templateWords } from './template.words.js';

interface TemplateReviewsProps {
  template: ChosenTemplate;
  texts: readonly TextForm[];
}

/** Who has read the template's translations, of the languages that are written in. Swedish is where they come from. */
export function TemplateReviews({ template, texts }: TemplateReviewsProps) {
  const { say, language: spoken } = useSpeech();
  const named = (language: string) => say(languageWording(language)).toLocaleLowerCase(spoken);
  const list = (languages: readonly string[]) => new Intl.ListFormat(spoken).format(languages.map(named));
  const languages = texts.map(({ language }) => language).filter((language) => language !== 'sv');
  const lacking = languages.filter((language) => isTranslatedHere(template, language));
  const there = template.texts.filter(
    ({ language }) => languages.includes(language) && !lacking.includes(language),
  );
  const unread = there.filter(({ reviewed }) => !reviewed).map(({ language }) => language);
  return (
    <>
      {unread.length > 0 && (
        <p class="meter-warning">{say(templateWords.notReviewed, { languages: list(unread) })}</p>
      )}
      {lacking.length > 0 && (
        <p class="meter-warning">{say(templateWords.lacks, { languages: list(lacking) })}</p>
      )}
      {there.map(
        ({ language, reviewed }) =>
          reviewed && (
            <p key={language} class="hint">
              {say(templateWords.reviewedBy, { language: named(language), ...reviewed })}
            </p>
          ),
      )}
    </>
  );
}
