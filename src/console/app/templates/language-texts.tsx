import { useId, useState, type Dispatch, type StateUpdater } from 'preact/hooks';
import type { ComponentChildren } from 'preact';
import { messageLanguages } from '../../../kernel/language.js';
import { languageWording } from '../broadcasts/broadcast.words.js';
import { useSpeech } from '../language/language.js';
import { Segmented } from '../shell/segmented.js';
import { emptyText, withText, type TemplateForm } from './template-form.js';
import { words } from './templates.words.js';
import { TextFields } from './text-fields.js';

interface LanguageTextsProps {
  form: TemplateForm;
  readOnly: boolean;
  setForm: Dispatch<StateUpdater<TemplateForm>>;
  /** The language to show; undefined for the first. */
  shown: string | undefined;
  onShow: (language: string) => void;
  /** What stands below the texts of a language. */
  below?: (language: string) => ComponentChildren;
}

/** The texts, one language at a time. */
export function LanguageTexts({ form, readOnly, setForm, shown, onShow, below }: LanguageTextsProps) {
  const { say } = useSpeech();
  const text = form.texts.find(({ language }) => language === shown) ?? form.texts[0];
  if (!text) return null;
  const { language } = text;
  return (
    <section class="card" aria-labelledby="template-texts">
      <h2 id="template-texts">{say(words.texts)}</h2>
      <Segmented
        legend={say(words.language)}
        value={language}
        choices={form.texts.map((each) => ({
          value: each.language,
          label: say(languageWording(each.language)),
        }))}
        onChoose={onShow}
      />
      <TextFields
        key={language}
        text={text}
        placeholders={form.placeholders}
        exercise={form.exercise}
        readOnly={readOnly}
        onWrite={(written) => setForm((now) => withText(now, written))}
      />
      {below?.(language)}
      {!readOnly && (
        <>
          <AddLanguage
            taken={form.texts.map((each) => each.language)}
            onAdd={(added) => {
              setForm((now) => ({ ...now, texts: [...now.texts, emptyText(added)] }));
              onShow(added);
            }}
          />
          {form.texts.length > 1 && (
            <button
              type="button"
              class="button button-plain"
              onClick={() =>
                setForm((now) => ({
                  ...now,
                  texts: now.texts.filter((each) => each.language !== language),
                }))
              }
            >
              {say(words.removeLanguage, { language: say(languageWording(language)).toLowerCase() })}
            </button>
          )}
        </>
      )}
    </section>
  );
}

function AddLanguage({ taken, onAdd }: { taken: readonly string[]; onAdd: (language: string) => void }) {
  const { say } = useSpeech();
  const id = useId();
  const free = messageLanguages.filter((language) => !taken.includes(language));
  const [wanted, setWanted] = useState<string>();
  const language = free.find((each) => each === wanted) ?? free[0];
  if (language === undefined) return null;
  return (
    <div class="field">
      <label for={id}>{say(words.addLanguage)}</label>
      <div class="joined">
        <select id={id} value={language} onChange={(event) => setWanted(event.currentTarget.value)}>
          {free.map((code) => (
            <option key={code} value={code}>
              {say(languageWording(code))}
            </option>
          ))}
        </select>
        <button type="button" class="button button-quiet" onClick={() => onAdd(language)}>
          {say(words.add)}
        </button>
      </div>
    </div>
  );
}
