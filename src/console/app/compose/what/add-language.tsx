import { useId, useState } from 'preact/hooks';
import { languageWording } from '../../broadcasts/broadcast.words.js';
import { useSpeech } from '../../language/language.js';
import { useSession } from '../../session/session.js';
import { whatWords } from '../compose.words.js';
import type { Change } from '../form/form-change.js';
import type { ComposeForm } from '../form/form.js';
import { addLanguage } from '../form/template-texts.js';
import { templateWords } from './template.words.js';

/** Adds a text in another language. The first text remains for everyone else. */
export function AddLanguage({ form, change }: { form: ComposeForm; change: Change }) {
  const { say, language: spoken } = useSpeech();
  const { settings } = useSession();
  const id = useId();
  const taken = new Set(form.texts.map(({ language }) => language));
  const free = (settings?.languages ?? ['sv', 'en']).filter((language) => !taken.has(language));
  const [wanted, setWanted] = useState<string>();
  const language = wanted !== undefined && free.includes(wanted) ? wanted : free[0];
  if (language === undefined) return null;
  const first = say(languageWording(form.texts[0]!.language)).toLocaleLowerCase(spoken);
  /** Marks a language that the template lacks, or whose text nobody has read. */
  function optionOf(code: string): string {
    const named = say(languageWording(code));
    if (!form.filled) return named;
    const text = form.filled.texts.find((each) => each.language === code);
    if (!text) return say(templateWords.lackingOption, { language: named });
    return text.reviewed ? named : say(templateWords.notReviewedOption, { language: named });
  }
  return (
    <div class="field">
      <label for={id}>{say(whatWords.second)}</label>
      <p class="hint" id={`${id}-hint`}>
        {say(whatWords.secondHint, { language: first })}
      </p>
      <div class="joined">
        <select
          id={id}
          aria-describedby={`${id}-hint`}
          value={language}
          onChange={(event) => setWanted(event.currentTarget.value)}
        >
          {free.map((code) => (
            <option key={code} value={code}>
              {optionOf(code)}
            </option>
          ))}
        </select>
        <button
          type="button"
          class="button button-quiet"
          onClick={() => change(addLanguage(form, language, settings?.municipality.name ?? ''))}
        >
          {say(whatWords.addLanguage)}
        </button>
      </div>
    </div>
  );
}
