import { useId } from 'preact/hooks';
import { languageWording } from '../../broadcasts/broadcast.words.js';
import { useSpeech } from '../../language/language.js';
import type { Change } from '../form/form-change.js';
import type { ComposeForm } from '../form/form.js';
import { fieldsOf, fillGap, fillingsOf, presetsOf } from '../form/template-texts.js';
import type { Placeholder } from '../form/templates.js';
import { templateWords } from './template.words.js';
import { TimeGap } from './time-gap.js';

interface TemplateGapsProps {
  form: ComposeForm;
  language: string;
  change: Change;
  municipality: string;
}

/** The fields for a language's placeholders. Times and numbers are with the first language only. */
export function TemplateGaps({ form, language, change, municipality }: TemplateGapsProps) {
  const { say, format } = useSpeech();
  const gaps = fieldsOf(form, language);
  if (gaps.length === 0) return null;
  const fillings = fillingsOf(form, language);
  /** Where a prefilled value comes from; or, if the user typed another place, the chosen place. */
  function noteOf({ name }: Placeholder): string | undefined {
    const preset = presetsOf(form, language)[name];
    const isTyped = form.filled?.fillings[language]?.[name] !== undefined;
    if (preset === undefined) return undefined;
    // A saved draft says it itself by now.
    const isSaved = form.follows?.relation === 'extension' && form.id !== undefined;
    const isCarried = !isSaved && preset === form.presets?.[language]?.[name];
    if (form.follows)
      return !isTyped && isCarried && form.presetsFrom !== undefined
        ? say(templateWords.carried, { moment: format.moment(form.presetsFrom) })
        : undefined;
    return fillings[name] === preset ? undefined : say(templateWords.placeChosen, { place: preset });
  }
  return (
    <fieldset class="gaps">
      <legend>
        {say(templateWords.gapsLegend)}
        {form.texts.length > 1 && ` (${say(languageWording(language)).toLowerCase()})`}
      </legend>
      {gaps.map((gap) => {
        const onFill = (value: string): void =>
          change((now) => fillGap(now, language, gap, value, municipality, new Date()));
        const note = noteOf(gap);
        return gap.kind === 'time' ? (
          <TimeGap key={gap.name} form={form} placeholder={gap} note={note} onFill={onFill} />
        ) : (
          <Gap
            key={gap.name}
            gap={gap}
            language={language}
            note={note}
            value={fillings[gap.name] ?? ''}
            onFill={onFill}
          />
        );
      })}
    </fieldset>
  );
}

interface GapProps {
  gap: Placeholder;
  language: string;
  /** Shown in place of an example. */
  note: string | undefined;
  value: string;
  onFill: (value: string) => void;
}

function Gap({ gap, language, note, value, onFill }: GapProps) {
  const { say } = useSpeech();
  const id = useId();
  const example = gap.example?.[language === 'en' ? 'en' : 'sv'];
  const hint = note ?? (example === undefined ? undefined : say(templateWords.forExample, { example }));
  return (
    <div class="field">
      <label for={id}>{say(gap.label)}</label>
      {hint !== undefined && (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      <input
        id={id}
        type="text"
        lang={language}
        inputMode={gap.kind === 'number' ? 'decimal' : undefined}
        autocomplete="off"
        aria-describedby={hint === undefined ? undefined : `${id}-hint`}
        value={value}
        onInput={(event) => onFill(event.currentTarget.value)}
      />
    </div>
  );
}
