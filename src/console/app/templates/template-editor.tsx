import { useState } from 'preact/hooks';
import type { TemplateInFull } from '../api/answers.js';
import { call } from '../api/call.js';
import type { Failure } from '../api/failure.js';
import { useMutation } from '../api/use-mutation.js';
import { useSpeech } from '../language/language.js';
import { BusyButton } from '../shell/busy-button.js';
import { FailureNote } from '../shell/failure-note.js';
import { rescueFocus } from '../shell/page-title.js';
import { LanguageTexts } from './language-texts.js';
import { PlaceholderFields } from './placeholder-fields.js';
import { ReviewMark } from './review-mark.js';
import { bodyOf, formOf, isChanged } from './template-form.js';
import { words } from './templates.words.js';
import { UseFields } from './use-fields.js';

interface TemplateEditorProps {
  template: TemplateInFull;
  readOnly: boolean;
  mayMark: boolean;
  /** The language shown; undefined for the first. */
  language: string | undefined;
  onLanguage: (language: string) => void;
  /** Called with the message to show. */
  onSaved: (message: string) => void;
  reload: () => void;
}

/** The form of a template. Each saved change is a new version. */
export function TemplateEditor(props: TemplateEditorProps) {
  const { template, readOnly, mayMark, language: shown, onLanguage, onSaved, reload } = props;
  const { say } = useSpeech();
  const [form, setForm] = useState(() => formOf(template));
  const { id, version } = template;
  const { busy, failure, run } = useMutation(
    (body: object) => call('PUT', `/templates/${id}`, { body }),
    `/templates/${id}`,
  );
  async function save(): Promise<void> {
    if (busy) return;
    if (!isChanged(form, template)) onSaved(say(words.noChange));
    else if (await run({ ...bodyOf(form), version })) onSaved(say(words.saved));
  }
  const hasChangedIn = (language: string): boolean =>
    JSON.stringify(form.texts.find((text) => text.language === language)) !==
    JSON.stringify(formOf(template).texts.find((text) => text.language === language));
  return (
    // Not a form: the dialog of a review is one, and forms can't be nested.
    <div>
      <LanguageTexts
        form={form}
        readOnly={readOnly}
        setForm={setForm}
        shown={shown}
        onShow={onLanguage}
        below={(language) => (
          <ReviewMark
            template={template}
            language={language}
            changed={hasChangedIn(language)}
            mayMark={mayMark}
            onMarked={() => onSaved(say(words.isMarked))}
            onWithdrawn={() => {
              onSaved(say(words.isWithdrawn));
              rescueFocus();
            }}
          />
        )}
      />
      <PlaceholderFields placeholders={form.placeholders} readOnly={readOnly} setForm={setForm} />
      {!readOnly && (
        <>
          <UseFields form={form} setForm={setForm} />
          <FailureNote failure={failure} retry={() => void save()} />
          <div class="buttons template-actions">
            {isStale(failure) && (
              <button type="button" class="button button-quiet" onClick={reload}>
                {say(words.loadAgain)}
              </button>
            )}
            <BusyButton busy={busy} onClick={() => void save()}>
              {say(words.save)}
            </BusyButton>
          </div>
        </>
      )}
    </div>
  );
}

const isStale = (failure: Failure | undefined): boolean =>
  failure?.kind === 'refused' && failure.problem.code === 'template.changed-meanwhile';
