import { useEffect, useRef } from 'preact/hooks';
import type { Incident } from '../api/answers.js';
import { useSpeech } from '../language/language.js';
import { Link, useNavigation } from '../navigation/navigation.js';
import { paths } from '../navigation/routes.js';
import { mayI } from '../session/may-i.js';
import { useSession } from '../session/session.js';
import { BusyButton } from '../shell/busy-button.js';
import { FailureNote } from '../shell/failure-note.js';
import { PageTitle } from '../shell/page-title.js';
import { words as shellWords } from '../shell/shell.words.js';
import { FilterPanel } from './filter-panel.js';
import { grouped } from './grouping.js';
import { IncidentEntry } from './incident-entry.js';
import { filterIn, queryOf } from './incident-filter.js';
import { groupWords, words } from './list.words.js';
import { StoppedSenders } from './stopped-senders.js';
import { useAddressedFilter } from './use-addressed-filter.js';
import { useIncidents } from './use-incidents.js';

/** The list of broadcasts, those of one incident together. */
export function BroadcastsPage() {
  const { say } = useSpeech();
  const { member } = useSession();
  const { search } = useNavigation();
  const [filter, setFilter] = useAddressedFilter();
  const query = queryOf(filterIn(search));
  return (
    <>
      <div class="title-row">
        <PageTitle title={say(shellWords.broadcasts)} />
        {mayI(member, 'broadcast.write') && (
          <Link class="button button-main" href={paths.compose}>
            {say(shellWords.compose)}
          </Link>
        )}
      </div>
      <StoppedSenders />
      <FilterPanel filter={filter} onChange={setFilter} />
      <IncidentList key={query} query={query} />
    </>
  );
}

function IncidentList({ query }: { query: string }) {
  const { say } = useSpeech();
  const { data, failure, loading, loadingMore, reload, loadMore } = useIncidents(query);
  const pressedAt = useRef<string | undefined>(undefined);
  useEffect(() => {
    if (!pressedAt.current || !data || loading) return;
    // The button disappears on the last page: the first new item then gets the focus.
    const first = data.incidents.find(({ latest }) => latest < pressedAt.current!);
    if (!data.more && first)
      document.getElementById(`incident-${first.root}`)?.focus({ preventScroll: true });
    pressedAt.current = undefined;
  }, [data, loading]);
  const isEmpty = data?.incidents.length === 0;
  return (
    <>
      <FailureNote failure={failure} retry={reload} />
      <div role="status">
        {!data && loading && <p>{say(shellWords.loading)}</p>}
        {isEmpty && <p class="lead">{say(query === '' ? words.none : words.noneFits)}</p>}
      </div>
      {data && !isEmpty && (query === '' ? <Groups {...data} /> : <Found {...data} />)}
      {data?.more && (
        <BusyButton
          look="quiet"
          busy={loadingMore}
          onClick={() => {
            pressedAt.current = data.incidents.at(-1)?.latest;
            loadMore();
          }}
        >
          {say(words.older)}
        </BusyButton>
      )}
    </>
  );
}

interface ListProps {
  incidents: readonly Incident[];
}

function Groups({ incidents }: ListProps) {
  const { say } = useSpeech();
  return grouped(incidents).map(({ group, incidents: those }) => (
    <section key={group} aria-labelledby={`group-${group}`} class={`group group-${group}`}>
      <h2 id={`group-${group}`}>
        {say(groupWords[group])}
        {group === 'to-approve' && those.length > 0 && <span class="tally"> {those.length}</span>}
      </h2>
      {those.length === 0 ? <p class="hint">{say(words.nothingToApprove)}</p> : <Entries incidents={those} />}
    </section>
  ));
}

function Found({ incidents }: ListProps) {
  const { say } = useSpeech();
  return (
    <section aria-labelledby="found" class="group">
      <h2 id="found">{say(words.found)}</h2>
      <Entries incidents={incidents} />
    </section>
  );
}

const Entries = ({ incidents }: ListProps) => (
  <ul class="entries">
    {incidents.map((incident) => (
      <IncidentEntry key={incident.root} incident={incident} />
    ))}
  </ul>
);
