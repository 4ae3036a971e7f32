import { useEffect, useRef } from 'preact/hooks';
import type { Wording } from '../../../kernel/refusal.js';
import type { BroadcastSummary } from '../api/answers.js';
import { useSpeech } from '../language/language.js';
import { Link } from '../navigation/navigation.js';
import { paths } from '../navigation/routes.js';
import { mayI } from '../session/may-i.js';
import { useSession } from '../session/session.js';
import { BusyButton } from '../shell/busy-button.js';
import { FailureNote } from '../shell/failure-note.js';
import { PageTitle } from '../shell/page-title.js';
import { words as shellWords } from '../shell/shell.words.js';
import { Badges } from './badges.js';
import { grouped, type Group } from './grouping.js';
import { ProgressBar } from './progress-bar.js';
import { StoppedSenders } from './stopped-senders.js';
import { useBroadcastPages } from './use-broadcast-pages.js';

const groupWords: Record<Group, Wording> = {
  'to-approve': { sv: 'Att godkänna', en: 'To approve' },
  'under-way': { sv: 'Pågår', en: 'Under way' },
  unfinished: { sv: 'Utkast och återlämnade', en: 'Drafts and returned' },
  over: { sv: 'Avslutade', en: 'Finished' },
};

const words = {
  nothingToApprove: { sv: 'Inget väntar på godkännande.', en: 'Nothing waits for approval.' },
  none: { sv: 'Här finns inga utskick än.', en: 'There are no broadcasts yet.' },
  writtenBy: { sv: '{name}, {moment}', en: '{name}, {moment}' },
  starts: { sv: 'Skickas {moment}', en: 'Will be sent {moment}' },
  progress: {
    sv: 'Hur långt utskicket till {audience} har kommit',
    en: 'Progress of the broadcast to {audience}',
  },
  system: { sv: 'Ett system', en: 'A system' },
  older: { sv: 'Visa äldre', en: 'Show older' },
} satisfies Record<string, Wording>;

const phones = {
  one: { sv: '{n} telefon', en: '{n} phone' },
  other: { sv: '{n} telefoner', en: '{n} phones' },
};

export function BroadcastsPage() {
  const { say } = useSpeech();
  const { member } = useSession();
  const { data, failure, loading, loadingMore, reload, loadMore } = useBroadcastPages();
  const pressedAt = useRef<string | undefined>(undefined);
  useEffect(() => {
    if (!pressedAt.current || !data || loading) return;
    // The button disappears on the last page: the first new item then gets the focus.
    const first = data.broadcasts.find(({ id }) => id < pressedAt.current!);
    if (!data.more && first) document.getElementById(`broadcast-${first.id}`)?.focus({ preventScroll: true });
    pressedAt.current = undefined;
  }, [data, loading]);

  const groups = grouped(data?.broadcasts ?? []);
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
      <FailureNote failure={failure} retry={reload} />
      {!data && loading && <p role="status">{say(shellWords.loading)}</p>}
      {data?.broadcasts.length === 0 && <p class="lead">{say(words.none)}</p>}
      {data &&
        data.broadcasts.length > 0 &&
        groups.map(({ group, broadcasts }) => (
          <section key={group} aria-labelledby={`group-${group}`} class={`group group-${group}`}>
            <h2 id={`group-${group}`}>
              {say(groupWords[group])}
              {group === 'to-approve' && broadcasts.length > 0 && (
                <span class="tally"> {broadcasts.length}</span>
              )}
            </h2>
            {broadcasts.length === 0 ? (
              <p class="hint">{say(words.nothingToApprove)}</p>
            ) : (
              <ul class="entries">
                {broadcasts.map((broadcast) => (
                  <Entry key={broadcast.id} broadcast={broadcast} />
                ))}
              </ul>
            )}
          </section>
        ))}
      {data?.more && (
        <BusyButton
          look="quiet"
          busy={loadingMore}
          onClick={() => {
            pressedAt.current = data.broadcasts.at(-1)?.id;
            loadMore();
          }}
        >
          {say(words.older)}
        </BusyButton>
      )}
    </>
  );
}

function Entry({ broadcast }: { broadcast: BroadcastSummary }) {
  const { say, count, format } = useSpeech();
  const { id, state, audienceName, excerpt, createdAt, createdBy, planned, percent, exercise } = broadcast;
  const start = broadcast.heldUntil ?? broadcast.startsAt;
  const moves = state === 'sending' || state === 'paused' || state === 'approved';
  return (
    <li class={exercise ? 'entry entry-exercise' : 'entry'}>
      <Link href={paths.broadcast(id)} class="entry-link" id={`broadcast-${id}`}>
        {audienceName}
      </Link>
      <Badges broadcast={broadcast} />
      <p class="entry-excerpt">{excerpt}</p>
      {moves && <ProgressBar percent={percent} label={say(words.progress, { audience: audienceName })} />}
      <p class="entry-facts">
        {state === 'scheduled' && start !== undefined && (
          <strong>{say(words.starts, { moment: format.moment(start) })}</strong>
        )}
        {planned !== undefined && <span>{count(planned, phones)}</span>}
        <span>
          {say(words.writtenBy, {
            name: createdBy?.name ?? say(words.system),
            moment: format.moment(createdAt),
          })}
        </span>
      </p>
    </li>
  );
}
