import { useState } from 'preact/hooks';
import type { Quarantine } from '../api/answers.js';
import { usePages } from '../api/use-pages.js';
import { useSpeech } from '../language/language.js';
import { BusyButton } from '../shell/busy-button.js';
import { FailureNote } from '../shell/failure-note.js';
import { words as shellWords } from '../shell/shell.words.js';
import { kindWords, words } from './directory.words.js';

/** The quarantined numbers. Fetched only on request, since each look is logged. */
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
  const { data, failure, loading, reload, more, loadingMore, loadMore } = usePages<Quarantine>(path, {
    pathAfter: (mark) => (mark ? `${path}${reason ? '&' : '?'}after=${mark}` : path),
    markOf: ({ next }) => next ?? undefined,
  });
  const latest = data?.at(-1);
  const [reasons, setReasons] = useState<Quarantine['reasons']>([]);
  if (latest && latest.reasons !== reasons) setReasons(latest.reasons);
  const all = reasons.reduce((sum, { phones }) => sum + phones, 0);
  return (
    <>
      <FailureNote failure={failure} retry={data ? loadMore : reload} />
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
        {data
          ?.flatMap(({ phones }) => phones)
          .map(({ masked, subject, kind, code, since }) => (
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
      {more && (
        <BusyButton busy={loadingMore} look="quiet" onClick={loadMore}>
          {say(words.olderHeld)}
        </BusyButton>
      )}
    </>
  );
}
