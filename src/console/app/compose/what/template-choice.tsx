import { useId, useState } from 'preact/hooks';
import type { Template } from '../../api/answers.js';
import { useQuery } from '../../api/use-query.js';
import { useTemplateName } from '../../contents/made-from.js';
import { useSpeech } from '../../language/language.js';
import { Dialog } from '../../shell/dialog.js';
import type { Change } from '../form/form-change.js';
import type { ComposeForm } from '../form/form.js';
import { hasOwnWords, takeTemplate } from '../form/template-texts.js';
import { templatesFor } from '../form/templates.js';
import { activeTemplates } from './active-templates.js';
import { TemplateReviews } from './template-reviews.js';
import { templateWords } from './template.words.js';

interface TemplateChoiceProps {
  form: ComposeForm;
  change: Change;
  municipality: string;
}

/** The choice of template. Without an answer from the API, the text is written freely. */
export function TemplateChoice({ form, change, municipality }: TemplateChoiceProps) {
  const { say } = useSpeech();
  const id = useId();
  const { data = [], failure } = useQuery<readonly Template[]>(activeTemplates);
  const [asking, setAsking] = useState<Template>();
  const offered = templatesFor(data, form.follows?.relation, form.earlierTemplate);
  const { filled: template } = form;
  const isOffered = template !== undefined && offered.some((each) => each.id === template.id);
  const began = useTemplateName(form.template);
  const take = (wanted: Template | undefined) => change((now) => takeTemplate(now, wanted, municipality));
  return (
    <>
      <div class="field">
        <label for={id}>{say(templateWords.template)}</label>
        <p class="hint" id={`${id}-hint`}>
          {say(failure ? templateWords.noTemplates : templateWords.templateHint)}
        </p>
        <select
          id={id}
          aria-describedby={`${id}-hint`}
          value={template?.id ?? ''}
          onChange={(event) => {
            const wanted = offered.find((each) => each.id === event.currentTarget.value);
            if (!wanted || !hasOwnWords(form)) take(wanted);
            else {
              // The select shows the template in use, and this one is not in use yet.
              event.currentTarget.value = template?.id ?? '';
              setAsking(wanted);
            }
          }}
        >
          <option value="">{say(templateWords.noTemplate)}</option>
          {/* The one in use may have been archived since, or the list may not be there. */}
          {template && !isOffered && <option value={template.id}>{say(template.name)}</option>}
          {offered.map((each) => (
            <option key={each.id} value={each.id}>
              {say(each.name)}
            </option>
          ))}
        </select>
        {!template && began !== undefined && (
          <p class="hint">{say(templateWords.madeFrom, { template: began })}</p>
        )}
        {template && <TemplateReviews template={template} texts={form.texts} />}
      </div>
      {asking !== undefined && (
        <Dialog title={say(templateWords.replace)} onClose={() => setAsking(undefined)}>
          <p>{say(templateWords.replaceWhat)}</p>
          <div class="buttons">
            <button type="button" class="button button-quiet" onClick={() => setAsking(undefined)}>
              {say(templateWords.replaceNot)}
            </button>
            <button
              type="button"
              class="button button-main"
              onClick={() => {
                setAsking(undefined);
                take(asking);
              }}
            >
              {say(templateWords.replaceSure)}
            </button>
          </div>
        </Dialog>
      )}
    </>
  );
}
