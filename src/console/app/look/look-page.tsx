import { useState } from 'preact/hooks';
import type { Look } from '../api/answers.js';
import { call } from '../api/call.js';
import { useMutation } from '../api/use-mutation.js';
import { useQuery } from '../api/use-query.js';
import { useSpeech } from '../language/language.js';
import { mayI } from '../session/may-i.js';
import { useSession } from '../session/session.js';
import { BusyButton } from '../shell/busy-button.js';
import { FailureNote } from '../shell/failure-note.js';
import { PageTitle, rescueFocus } from '../shell/page-title.js';
import { words as shellWords } from '../shell/shell.words.js';
import { LookEditor } from './look-editor.js';
import { fixedWords, words } from './look.words.js';

/** How everything looks that residents see, as far as the brand folder does not say it. */
export function LookPage() {
  const { say } = useSpeech();
  const { member } = useSession();
  const may = mayI(member, 'look.write');
  const { data, failure, loading, reload } = useQuery<Look>(may ? '/look' : undefined);
  const [told, setTold] = useState('');
  const tell = (done: string) => {
    setTold(done);
    rescueFocus();
  };
  return (
    <>
      <PageTitle title={say(words.title)} />
      <p class="lead">{say(may ? words.lead : words.notYours)}</p>
      <FailureNote failure={failure} retry={reload} />
      {!data && loading && <p role="status">{say(shellWords.loading)}</p>}
      <p role="status" class={told ? 'note note-done' : undefined}>
        {told}
      </p>
      {data && (
        <>
          {data.fixed.length > 0 && (
            <p class="note">
              {say(words.fixed, { what: data.fixed.map((field) => say(fixedWords[field])).join(', ') })}
            </p>
          )}
          <LookEditor key={data.version} look={data} onSaved={() => tell(say(words.saved))} />
          {data.version > 0 && <ResetLook onReset={() => tell(say(words.resetDone))} />}
        </>
      )}
    </>
  );
}

function ResetLook({ onReset }: { onReset: () => void }) {
  const { say } = useSpeech();
  const [asking, setAsking] = useState(false);
  const { busy, failure, run } = useMutation(() => call<Look>('DELETE', '/look'), '/look');
  async function reset(): Promise<void> {
    if (!(await run(undefined))) return;
    setAsking(false);
    onReset();
  }
  return (
    <section class="group">
      <p class="hint">{say(words.resetHint)}</p>
      <FailureNote failure={failure} />
      <div class="buttons">
        {asking ? (
          <>
            <BusyButton busy={busy} look="danger" onClick={() => void reset()}>
              {say(words.resetSure)}
            </BusyButton>
            <button type="button" class="button button-quiet" onClick={() => setAsking(false)}>
              {say(words.notNow)}
            </button>
          </>
        ) : (
          <button type="button" class="button button-quiet" onClick={() => setAsking(true)}>
            {say(words.reset)}
          </button>
        )}
      </div>
    </section>
  );
}
