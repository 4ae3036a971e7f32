import { useState } from 'preact/hooks';
import type { TemplateInFull } from '../api/answers.js';
import { call } from '../api/call.js';
import { useMutation } from '../api/use-mutation.js';
import { languageWording } from '../broadcasts/broadcast.words.js';
import { useSpeech } from '../language/language.js';
import { BusyButton } from '../shell/busy-button.js';
import { Dialog } from '../shell/dialog.js';
import { FailureNote } from '../shell/failure-note.js';
import { Field } from '../shell/field.js';
import { words } from './templates.words.js';

interface ReviewMarkProps {
  template: TemplateInFull;
  language: string;
  /** The text on the page is not the one that was saved. */
  changed: boolean;
  mayMark: boolean;
  onMarked: () => void;
  onWithdrawn: () => void;
}

/** Who has read the text of a language, and the way to note it. */
export function ReviewMark(props: ReviewMarkProps) {
  const { template, language, changed, mayMark, onMarked, onWithdrawn } = props;
  const { say } = useSpeech();
  const [asking, setAsking] = useState(false);
  const reviewed = template.texts.find((text) => text.language === language)?.reviewed;
  if (changed) return <p class="hint">{say(words.changedSince)}</p>;
  return (
    <div class={reviewed ? 'note note-done' : 'note'}>
      <p>
        {reviewed ? say(words.reviewedBy, { name: reviewed.by, date: reviewed.at }) : say(words.notReviewed)}
      </p>
      {mayMark && (
        <button type="button" class="button button-quiet" onClick={() => setAsking(true)}>
          {say(words.mark)}
        </button>
      )}
      {mayMark && reviewed && <Withdraw id={template.id} language={language} onDone={onWithdrawn} />}
      {asking && (
        <MarkDialog
          template={template}
          language={language}
          onClose={() => setAsking(false)}
          onDone={() => {
            setAsking(false);
            onMarked();
          }}
        />
      )}
    </div>
  );
}

interface WithdrawProps {
  id: string;
  language: string;
  onDone: () => void;
}

function Withdraw({ id, language, onDone }: WithdrawProps) {
  const { say } = useSpeech();
  const { busy, failure, run } = useMutation(
    () => call('DELETE', `/templates/${id}/review/${language}`),
    `/templates/${id}`,
  );
  return (
    <>
      <BusyButton
        busy={busy}
        look="quiet"
        onClick={() =>
          void run(undefined).then((done) => {
            if (done) onDone();
          })
        }
      >
        {say(words.withdraw)}
      </BusyButton>
      <FailureNote failure={failure} />
    </>
  );
}

interface MarkDialogProps {
  template: TemplateInFull;
  language: string;
  onClose: () => void;
  onDone: () => void;
}

function MarkDialog({ template: { id, version }, language, onClose, onDone }: MarkDialogProps) {
  const { say } = useSpeech();
  const [reviewer, setReviewer] = useState('');
  const [on, setOn] = useState('');
  const [missing, setMissing] = useState(false);
  const { busy, failure, run } = useMutation(
    (body: object) => call('POST', `/templates/${id}/review`, { body }),
    `/templates/${id}`,
  );
  async function mark(): Promise<void> {
    const name = reviewer.trim();
    setMissing(name === '');
    if (busy || name === '') return;
    const day = on.trim() === '' ? {} : { on: on.trim() };
    if (await run({ language, reviewer: name, version, ...day })) onDone();
  }
  return (
    <Dialog
      title={say(words.markIn, { language: say(languageWording(language)).toLowerCase() })}
      onClose={onClose}
    >
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void mark();
        }}
      >
        <p>{say(words.markWhat)}</p>
        <Field
          label={say(words.reviewer)}
          fault={missing ? say(words.reviewerMissing) : undefined}
          value={reviewer}
          maxLength={120}
          onInput={setReviewer}
        />
        <Field
          label={say(words.reviewedOn)}
          hint={say(words.reviewedOnHint)}
          value={on}
          maxLength={10}
          onInput={setOn}
        />
        <FailureNote failure={failure} retry={() => void mark()} />
        <div class="buttons">
          <button type="button" class="button button-quiet" onClick={onClose}>
            {say(words.notNow)}
          </button>
          <BusyButton type="submit" busy={busy}>
            {say(words.mark)}
          </BusyButton>
        </div>
      </form>
    </Dialog>
  );
}
