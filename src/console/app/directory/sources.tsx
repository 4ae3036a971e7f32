import type { PhoneSource } from '../api/answers.js';
import { useQuery } from '../api/use-query.js';
import { useSpeech } from '../language/language.js';
import { FailureNote } from '../shell/failure-note.js';
import { words as shellWords } from '../shell/shell.words.js';
import { words } from './directory.words.js';
import { sourceName } from './source-name.js';

/** Polling interval in milliseconds. A register's delivery may be in progress. */
const refreshEvery = 20_000;

/** The sources of phones, with counts and ages. */
export function Sources() {
  const { say } = useSpeech();
  const { data, failure, loading, reload } = useQuery<PhoneSource[]>('/directory/sources', {
    every: refreshEvery,
  });
  return (
    <section class="card" aria-labelledby="sources">
      <h2 id="sources">{say(words.sources)}</h2>
      <FailureNote failure={failure} retry={reload} />
      {!data && loading && <p role="status">{say(shellWords.loading)}</p>}
      {data?.length === 0 && <p class="hint">{say(words.noSources)}</p>}
      {data && data.length > 0 && (
        <ul class="held">
          {data.map((source) => (
            <Source key={source.source} source={source} />
          ))}
        </ul>
      )}
    </section>
  );
}

function Source({ source }: { source: PhoneSource }) {
  const { say, format } = useSpeech();
  const { phones, pairs, gone, oldest, newest, replacedAt, replacedBy, report } = source;
  const refused = Object.entries(report?.refused ?? {});
  const n = refused.reduce((sum, [, count]) => sum + count, 0);
  return (
    <li>
      <p>
        <strong>{sourceName(source.source, say)}</strong>
        <span class="held-detail">
          {say(words.counts, { phones: format.number(phones), pairs: format.number(pairs) })}
        </span>
        {gone > 0 && <span class="held-detail">{say(words.gonePairs, { n: format.number(gone) })}</span>}
        {replacedAt && (
          <span class="held-detail">
            {say(words.delivered, { moment: format.moment(replacedAt), command: replacedBy ?? '–' })}
          </span>
        )}
        {oldest && newest && (
          <span class="held-detail">
            {say(words.rowsFrom, { oldest: format.moment(oldest), newest: format.moment(newest) })}
          </span>
        )}
        {report && (
          <span class="held-detail">
            {say(words.deliveryDid, {
              rows: format.number(report.rows),
              added: format.number(report.added),
              changed: format.number(report.changed),
              removed: format.number(report.removed),
            })}
          </span>
        )}
        {n > 0 && (
          <span class="held-detail">
            {say(words.refused, { n: format.number(n) })}:{' '}
            {refused.map(([code, count]) => `${code} ${count}`).join(', ')}
          </span>
        )}
      </p>
    </li>
  );
}
