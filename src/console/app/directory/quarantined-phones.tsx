import { useState } from 'preact/hooks';
import type { Quarantine } from '../api/answers.js';
import { call, failureIn } from '../api/call.js';
import type { Failure } from '../api/failure.js';
import { useLoaded, type Loaded } from '../api/use-loaded.js';
import { useSpeech } from '../language/language.js';
import { BusyButton } from '../shell/busy-button.js';
import { FailureNote } from '../shell/failure-note.js';
import { words as shellWords } from '../shell/shell.words.js';
import { kindWords, words } from './directory.words.js';

/** The numbers that fail for good. Not fetched before somebody asks, since each look is logged. */
export function QuarantinedPhones() {
  const { say } = useSpeech();
  const [shown, setShown] = useState(false);
  return (
    <section class="card" aria-labelledby="held-back">
      <h2 id="held-back">{say(words.held)}</h2>
      <p class="hint">{say(words.heldHint)}</p>
      {shown ? (
        <List />
      ) : (
        <button type="button" class="button button-quiet" onClick={() => setShown(true)}>
          {say(words.showHeld)}
        </button>
      )}
    </section>
  );
}

function List() {
  const { say, format } = useSpeech();
  const [reason, setReason] = useState('');
  const path = `/directory/quarantine${reason ? `?reason=${encodeURIComponent(reason)}` : ''}`;
  const { data, failure, loading, reload, replace } = useLoaded<Quarantine>(path);
  const older = useOlder(path, data, replace);
  const [reasons, setReasons] = useState<Quarantine['reasons']>([]);
  if (data && data.reasons !== reasons) setReasons(data.reasons);
  const all = reasons.reduce((sum, { phones }) => sum + phones, 0);
  return (
    <>
      <FailureNote failure={failure ?? older.failure} retry={failure ? reload : older.load} />
      <p role="status" class="hint">
        {!data && loading && say(shellWords.loading)}
        {data && all === 0 && say(words.noneHeld)}
      </p>
      {all > 0 && (
        <div class="field">
          <label for="held-reason">{say(words.heldReason)}</label>
          <select id="held-reason" value={reason} onChange={(event) => setReason(event.currentTarget.value)}>
            <option value="">{say(words.every, { n: format.number(all) })}</option>
            {reasons.map(({ code, words: wording, phones }) => (
              <option key={code} value={code}>
                {say(wording)} ({format.number(phones)})
              </option>
            ))}
          </select>
        </div>
      )}
      <ul class="held">
        {data?.phones.map(({ masked, subject, kind, code, since }) => (
          <li key={subject}>
            <p>
              <strong>{say(words.endsWith, { digits: masked.slice(-2) })}</strong>
              <span class="held-detail">
                {say(kindWords[kind])}, {say(words.heldFrom, { moment: format.moment(since) })}.{' '}
                {say(reasons.find((known) => known.code === code)?.words ?? { sv: code, en: code })}
              </span>
            </p>
          </li>
        ))}
      </ul>
      {data?.next && (
        <BusyButton busy={older.busy} look="quiet" onClick={older.load}>
          {say(words.olderHeld)}
        </BusyButton>
      )}
    </>
  );
}

/** Adds the next page to what is shown; a choice that was made meanwhile is left as it is. */
function useOlder(path: string, shown: Quarantine | undefined, replace: Loaded<Quarantine>['replace']) {
  const [state, setState] = useState<{ busy: boolean; failure?: Failure }>({ busy: false });
  const next = shown?.next;
  const load = () => {
    if (!next || state.busy) return;
    setState({ busy: true });
    call<Quarantine>('GET', `${path}${path.includes('?') ? '&' : '?'}after=${next}`).then(
      (page) => {
        replace((now) => (now?.next === next ? { ...page, phones: [...now.phones, ...page.phones] } : now));
        setState({ busy: false });
      },
      (error: unknown) => setState({ busy: false, failure: failureIn(error) }),
    );
  };
  return { ...state, load };
}
