import { useId, useState } from 'preact/hooks';
import { languageWording } from '../../broadcasts/broadcast.words.js';
import { useSpeech } from '../../language/language.js';
import { Dialog } from '../../shell/dialog.js';
import { whatWords } from '../compose.words.js';
import type { Change } from '../form/form-change.js';
import type { ComposeForm } from '../form/form.js';
import { gapExamples, gapNames } from '../form/form-faults.js';
import {
  fieldsOf,
  fillGap,
  fillingsOf,
  hasOwnWords,
  presetsOf,
  takeTemplate,
} from '../form/template-texts.js';
import { templatesFor, type Placeholder } from '../form/templates.js';

interface TemplateChoiceProps {
  form: ComposeForm;
  change: Change;
  municipality: string;
}

/** The choice of template, and fields for the gaps of the chosen one. */
export function TemplateChoice({ form, change, municipality }: TemplateChoiceProps) {
  const { say, format } = useSpeech();
  const id = useId();
  const [asking, setAsking] = useState<string>();
  /** Where a prefilled value comes from; or, if the user typed another place, the chosen place. */
  function noteOf(gap: Placeholder, language: string): string | undefined {
    const preset = presetsOf(form, language)[gap];
    const value = fillingsOf(form, language)[gap];
    if (preset === undefined) return undefined;
    if (form.follows)
      return value === preset && form.presetsFrom !== undefined
        ? say(whatWords.carried, { moment: format.moment(form.presetsFrom) })
        : undefined;
    return value === preset ? undefined : say(whatWords.placeChosen, { place: preset });
  }
  const take = (template: string | undefined) => change(takeTemplate(form, template, municipality));
  return (
    <>
      <div class="field">
        <label for={id}>{say(whatWords.template)}</label>
        <p class="hint" id={`${id}-hint`}>
          {say(whatWords.templateHint)}
        </p>
        <select
          id={id}
          aria-describedby={`${id}-hint`}
          value={form.template?.id ?? ''}
          onChange={(event) => {
            const wanted = event.currentTarget.value || undefined;
            if (wanted === undefined || !hasOwnWords(form)) take(wanted);
            else {
              // The select shows the template in use, and this one is not in use yet.
              event.currentTarget.value = form.template?.id ?? '';
              setAsking(wanted);
            }
          }}
        >
          <option value="">{say(whatWords.noTemplate)}</option>
          {templatesFor(form.follows?.relation, form.earlierTemplate).map((template) => (
            <option key={template.id} value={template.id}>
              {say(template.name)}
            </option>
          ))}
        </select>
      </div>
      {asking !== undefined && (
        <Dialog title={say(whatWords.replace)} onClose={() => setAsking(undefined)}>
          <p>{say(whatWords.replaceWhat)}</p>
          <div class="buttons">
            <button type="button" class="button button-quiet" onClick={() => setAsking(undefined)}>
              {say(whatWords.replaceNot)}
            </button>
            <button
              type="button"
              class="button button-main"
              onClick={() => {
                setAsking(undefined);
                take(asking);
              }}
            >
              {say(whatWords.replaceSure)}
            </button>
          </div>
        </Dialog>
      )}
      {form.texts.map(({ language }) => {
        const gaps = fieldsOf(form, language);
        if (gaps.length === 0) return null;
        const several = form.texts.length > 1;
        return (
          <fieldset key={language} class="gaps">
            <legend>
              {say(whatWords.gapsLegend)}
              {several && ` (${say(languageWording(language)).toLowerCase()})`}
            </legend>
            {gaps.map((gap) => (
              <Gap
                key={gap}
                gap={gap}
                language={language}
                note={noteOf(gap, language)}
                value={fillingsOf(form, language)[gap] ?? ''}
                onFill={(value) => change(fillGap(form, language, gap, value, municipality))}
              />
            ))}
          </fieldset>
        );
      })}
    </>
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
  return (
    <div class="field">
      <label for={id}>{say(gapNames[gap])}</label>
      <p class="hint" id={`${id}-hint`}>
        {note ?? say(whatWords.forExample, { example: gapExamples[gap][language === 'en' ? 'en' : 'sv'] })}
      </p>
      <input
        id={id}
        type="text"
        autocomplete="off"
        aria-describedby={`${id}-hint`}
        value={value}
        onInput={(event) => onFill(event.currentTarget.value)}
      />
    </div>
  );
}
