import { useState } from 'preact/hooks';
import type { IncidentInFull } from '../api/answers.js';
import { useQuery } from '../api/use-query.js';
import { useBroadcast } from '../broadcast/use-broadcast.js';
import { badgeWords, relationWords, stateWords } from '../broadcasts/broadcast.words.js';
import { words as listWords } from '../broadcasts/list.words.js';
import { words as pageWords } from '../broadcast/broadcast-page.words.js';
import { FollowUpPanel } from '../broadcast/follow-up/follow-up-panel.js';
import { PrintButton } from '../broadcast/report/signatures.js';
import { useSpeech } from '../language/language.js';
import { Link } from '../navigation/navigation.js';
import { paths } from '../navigation/routes.js';
import { mayI } from '../session/may-i.js';
import { useSession } from '../session/session.js';
import { ExerciseBand } from '../shell/exercise-band.js';
import { FailureNote } from '../shell/failure-note.js';
import { PageTitle } from '../shell/page-title.js';
import { words as shellWords } from '../shell/shell.words.js';
import { IncidentMapCard } from './incident-map-card.js';
import { Sums } from './sums.js';
import { Timeline } from './timeline.js';
import { TitleDialog } from './title-dialog.js';
import { words } from './incident.words.js';

/** Polling interval, in milliseconds. */
const refreshEvery = 15_000;

/**
 * An incident: a broadcast with everything that follows it, its sums, its texts and what happened.
 *
 * @param id any broadcast of it
 */
export function IncidentPage({ id }: { id: string }) {
  const { say } = useSpeech();
  const { member } = useSession();
  const {
    data: incident,
    failure,
    reload,
    replace,
  } = useQuery<IncidentInFull>(`/incidents/${id}`, {
    every: refreshEvery,
  });
  const [naming, setNaming] = useState(false);
  if (!incident)
    return failure ? (
      <FailureNote failure={failure} retry={reload} />
    ) : (
      <p role="status">{say(shellWords.loading)}</p>
    );
  const { title, exercise, calledOff, broadcasts } = incident;
  const isAlert = broadcasts[0]!.kind === 'alert';
  return (
    <div class={exercise ? 'is-exercise' : undefined}>
      {exercise && <ExerciseBand />}
      <p class="crumb">
        <Link href={paths.broadcasts}>{say(pageWords.everyone)}</Link>
      </p>
      <div class="title-row">
        <PageTitle title={title} />
        {mayI(member, 'incident.name') && (
          <button type="button" class="button button-quiet" onClick={() => setNaming(true)}>
            {say(words.name)}
          </button>
        )}
      </div>
      {exercise && (
        <p>
          <span class="badge badge-exercise">{say(badgeWords.exercise)}</span>
        </p>
      )}
      {isAlert && <p>{say(calledOff ? words.isOver : words.isOpen)}</p>}
      <FailureNote failure={failure} retry={reload} />
      <div class="columns">
        <div>
          {isAlert && mayI(member, 'broadcast.write') && <FollowUp root={incident.root} />}
          <Sums incident={incident} />
          <Parts incident={incident} />
        </div>
        <div>
          <IncidentMapCard incident={incident} />
          <Timeline incident={incident} />
        </div>
      </div>
      <Texts incident={incident} />
      <div class="downloads">
        <PrintButton />
      </div>
      {naming && (
        <TitleDialog
          incident={incident}
          onClose={() => setNaming(false)}
          onDone={(named) => {
            replace(() => named);
            setNaming(false);
          }}
        />
      )}
    </div>
  );
}

/** What can be said next about the alert. Without it the rest of the page is still shown. */
function FollowUp({ root }: { root: string }) {
  const { data: alert } = useBroadcast(root);
  return alert ? <FollowUpPanel broadcast={alert} /> : null;
}

interface IncidentProps {
  incident: IncidentInFull;
}

/** Each broadcast with its own numbers. */
function Parts({ incident: { broadcasts } }: IncidentProps) {
  const { say, format } = useSpeech();
  return (
    <section class="card" aria-labelledby="parts-title">
      <h2 id="parts-title">{say(words.broadcasts)}</h2>
      <table class="report">
        <thead>
          <tr>
            <th scope="col">{say(words.broadcast)}</th>
            <th scope="col">{say(words.state)}</th>
            <th scope="col" class="number">
              {say(words.planned)}
            </th>
            <th scope="col" class="number">
              {say(words.reached)}
            </th>
          </tr>
        </thead>
        <tbody>
          {broadcasts.map(({ id, follows, state, report, audienceName, webOnly }) => (
            <tr key={id}>
              <th scope="row" class="part">
                <Link href={paths.broadcast(id)}>
                  {say(follows ? relationWords[follows.relation] : listWords.alert)}
                </Link>
                <span class="hint">{audienceName}</span>
              </th>
              <td>{say(stateWords[state])}</td>
              {webOnly && report ? (
                <td class="number" colSpan={2}>
                  {say(listWords.webOnly)}
                </td>
              ) : (
                <>
                  <td class="number">{report ? format.number(report.planned) : '–'}</td>
                  <td class="number">{report ? format.number(report.delivered) : '–'}</td>
                </>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** What was said to people, oldest first. Drafts were not said. */
function Texts({ incident: { broadcasts } }: IncidentProps) {
  const { say, format } = useSpeech();
  const wordsOf = ({ texts }: Pick<IncidentInFull['broadcasts'][number], 'texts'>) => JSON.stringify(texts);
  // An extension is shown where it says its own place and time.
  const said = broadcasts.filter(
    (one) =>
      one.planned !== undefined &&
      (one.follows?.relation !== 'extension' || wordsOf(one) !== wordsOf(broadcasts[0]!)),
  );
  if (said.length === 0) return null;
  return (
    <section class="card" aria-labelledby="said-title">
      <h2 id="said-title">{say(words.said)}</h2>
      {said.map(({ id, follows, texts, decidedAt, createdAt }) => (
        <div key={id}>
          <h3>
            {say(follows ? relationWords[follows.relation] : listWords.alert)},{' '}
            {format.moment(decidedAt ?? createdAt)}
            <span class="print-only"> ({format.stamp(decidedAt ?? createdAt)})</span>
          </h3>
          {texts.map(({ language, sms }) => (
            <blockquote key={language} lang={language} dir="auto" class="written">
              {sms}
            </blockquote>
          ))}
        </div>
      ))}
    </section>
  );
}
