import { useId } from 'preact/hooks';
import { languageWording } from '../broadcasts/broadcast.words.js';
import { useSpeech } from '../language/language.js';
import { whatWords } from './compose.words.js';
import type { Change } from './composer.js';
import type { ComposeForm } from './form.js';
import { gapExamples, gapNames } from './form-faults.js';
import { fieldsOf, fillGap, fillingsOf, takeTemplate } from './template-texts.js';
import { templatesFor, type Placeholder } from './templates.js';

interface TemplateChoiceProps {
  form: ComposeForm;
  change: Change;
  municipality: string;
}

/** The templates, and fields for what the chosen one leaves open. */
export function TemplateChoice({ form, change, municipality }: TemplateChoiceProps) {
  const { say } = useSpeech();
  const id = useId();
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
          onChange={(event) =>
            change(takeTemplate(form, event.currentTarget.value || undefined, municipality))
          }
        >
          <option value="">{say(whatWords.noTemplate)}</option>
          {templatesFor(form.follows?.relation).map((template) => (
            <option key={template.id} value={template.id}>
              {say(template.name)}
            </option>
          ))}
        </select>
      </div>
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
  value: string;
  onFill: (value: string) => void;
}

function Gap({ gap, language, value, onFill }: GapProps) {
  const { say } = useSpeech();
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{say(gapNames[gap])}</label>
      <p class="hint" id={`${id}-hint`}>
        {say(whatWords.forExample, { example: gapExamples[gap][language === 'en' ? 'en' : 'sv'] })}
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
