import { useId, type Dispatch, type StateUpdater } from 'preact/hooks';
import { useSpeech } from '../language/language.js';
import { Field } from '../shell/field.js';
import { emptyPlaceholder, type FormPlaceholder, type TemplateForm } from './template-form.js';
import { placeholderKindWords, words } from './templates.words.js';

type Kind = FormPlaceholder['kind'];
const kinds = Object.keys(placeholderKindWords) as Kind[];

interface PlaceholderFieldsProps {
  placeholders: readonly FormPlaceholder[];
  readOnly: boolean;
  setForm: Dispatch<StateUpdater<TemplateForm>>;
}

/** The gaps of the texts: what the writer is asked for. */
export function PlaceholderFields({ placeholders, readOnly, setForm }: PlaceholderFieldsProps) {
  const { say } = useSpeech();
  const change = (changed: (now: readonly FormPlaceholder[]) => readonly FormPlaceholder[]) =>
    setForm((now) => ({ ...now, placeholders: changed(now.placeholders) }));
  return (
    <section class="card" aria-labelledby="template-placeholders">
      <h2 id="template-placeholders">{say(words.placeholders)}</h2>
      <ul class="template-placeholders">
        {placeholders.map((placeholder, at) => (
          <li key={at}>
            {readOnly ? (
              <Shown placeholder={placeholder} />
            ) : (
              <details open={placeholder.name === ''}>
                <summary>
                  <Shown placeholder={placeholder} />
                </summary>
                <Fields
                  placeholder={placeholder}
                  onChange={(changed) => change((now) => now.with(at, changed))}
                  onRemove={() => change((now) => now.toSpliced(at, 1))}
                />
              </details>
            )}
          </li>
        ))}
      </ul>
      {!readOnly && (
        <button
          type="button"
          class="button button-quiet"
          onClick={() => change((now) => [...now, emptyPlaceholder])}
        >
          {say(words.addPlaceholder)}
        </button>
      )}
    </section>
  );
}

function Shown({ placeholder: { name, kind, label } }: { placeholder: FormPlaceholder }) {
  const { say } = useSpeech();
  return (
    <>
      <strong>[{name}]</strong> {say(label)} <span class="hint">({say(placeholderKindWords[kind])})</span>
    </>
  );
}

interface FieldsProps {
  placeholder: FormPlaceholder;
  onChange: (placeholder: FormPlaceholder) => void;
  onRemove: () => void;
}

function Fields({ placeholder, onChange, onRemove }: FieldsProps) {
  const { say } = useSpeech();
  const id = useId();
  const { name, kind, label, example } = placeholder;
  return (
    <div class="template-placeholder">
      <Field
        label={say(words.placeholderName)}
        value={name}
        maxLength={32}
        onInput={(to) => onChange({ ...placeholder, name: to })}
      />
      <div class="field">
        <label for={id}>{say(words.placeholderKind)}</label>
        <select
          id={id}
          value={kind}
          onChange={(event) => onChange({ ...placeholder, kind: event.currentTarget.value as Kind })}
        >
          {kinds.map((each) => (
            <option key={each} value={each}>
              {say(placeholderKindWords[each])}
            </option>
          ))}
        </select>
      </div>
      {(['sv', 'en'] as const).map((language) => (
        <Field
          key={`label-${language}`}
          label={say(language === 'sv' ? words.labelSv : words.labelEn)}
          value={label[language]}
          maxLength={80}
          onInput={(to) => onChange({ ...placeholder, label: { ...label, [language]: to } })}
        />
      ))}
      {(['sv', 'en'] as const).map((language) => (
        <Field
          key={`example-${language}`}
          label={say(language === 'sv' ? words.exampleSv : words.exampleEn)}
          value={example[language]}
          maxLength={120}
          onInput={(to) => onChange({ ...placeholder, example: { ...example, [language]: to } })}
        />
      ))}
      <button type="button" class="button button-plain" onClick={onRemove}>
        {say(words.removePlaceholder, { name })}
      </button>
    </div>
  );
}
