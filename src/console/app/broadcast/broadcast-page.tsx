import type { Broadcast } from '../api/contract.js';
import { Badges } from '../broadcasts/badges.js';
import { useSpeech } from '../language/language.js';
import { Link } from '../navigation/navigation.js';
import { paths } from '../navigation/routes.js';
import { ExerciseBand } from '../shell/exercise-band.js';
import { FailureNote } from '../shell/failure-note.js';
import { PageTitle } from '../shell/page-title.js';
import { words as shellWords } from '../shell/shell.words.js';
import { AsReceived } from './as-received.js';
import { AudienceOnMap } from './audience-on-map.js';
import { BroadcastFacts } from './broadcast-facts.js';
import { words } from './broadcast-page.words.js';
import { Controls } from './controls.js';
import { Decision } from './decision.js';
import { History } from './history.js';
import { ProgressPanel } from './progress-panel.js';
import { ReachFigures } from './reach-figures.js';
import { ReportView } from './report-view.js';
import { useBroadcast } from './use-broadcast.js';

/** One broadcast: what is to be done with it now, what it says, whom it is for, and what became of it. */
export function BroadcastPage({ id }: { id: string }) {
  const { say } = useSpeech();
  const { data: broadcast, failure, reload, replace } = useBroadcast(id);
  if (!broadcast)
    return failure ? (
      <FailureNote failure={failure} retry={reload} />
    ) : (
      <p role="status">{say(shellWords.loading)}</p>
    );
  const { audienceName, exercise, audience, preview, estimate, report, planned } = broadcast;
  const takeIn = (changed: Broadcast) => replace(() => changed);
  const underWay = planned !== undefined;
  return (
    <div class={exercise ? 'is-exercise' : undefined}>
      {exercise && <ExerciseBand />}
      <p class="crumb">
        <Link href={paths.broadcasts}>{say(words.everyone)}</Link>
      </p>
      <PageTitle title={audienceName} />
      <Badges broadcast={broadcast} />
      <FailureNote failure={failure} retry={reload} />
      {broadcast.state === 'pending-approval' && (
        <Decision broadcast={broadcast} onChanged={takeIn} onStale={reload} />
      )}
      {underWay && <ProgressPanel broadcast={broadcast} onChanged={takeIn} />}
      <TurnedDown broadcast={broadcast} />
      {broadcast.audienceProblem && <p class="note note-failure">{say(broadcast.audienceProblem)}</p>}
      <div class="columns">
        <div>
          <AsReceived broadcast={broadcast} />
          {preview && <ReachFigures preview={preview} estimate={estimate} />}
          {underWay && report && <ReportView id={id} report={report} />}
        </div>
        <div>
          <section aria-labelledby="whom-title" class="card">
            <h2 id="whom-title">{say(words.whom)}</h2>
            <AudienceOnMap audience={audience} name={audienceName} />
          </section>
          <BroadcastFacts broadcast={broadcast} />
          <History broadcast={broadcast} />
        </div>
      </div>
      <Further broadcast={broadcast} onChanged={takeIn} />
    </div>
  );
}

/** Why it was returned or rejected. */
function TurnedDown({ broadcast: { state, decisionNote, decidedBy } }: { broadcast: Broadcast }) {
  const { say } = useSpeech();
  if ((state !== 'returned' && state !== 'rejected') || !decisionNote) return null;
  return (
    <div class="note">
      <p>
        <strong>{say(words.noteFrom, { name: decidedBy?.name || say(words.noteMissingName) })}</strong>
      </p>
      <p class="written">{decisionNote}</p>
    </div>
  );
}

/** What else one may do before it was approved: change it, or let it go. */
function Further({
  broadcast,
  onChanged,
}: {
  broadcast: Broadcast;
  onChanged: (broadcast: Broadcast) => void;
}) {
  const { say } = useSpeech();
  const { id, state, allowed, planned } = broadcast;
  if (planned !== undefined) return null;
  return (
    <>
      {allowed.includes('edit') && (
        <div class="buttons">
          <Link class="button button-quiet" href={paths.edit(id)}>
            {say(state === 'draft' ? words.goOn : words.change)}
          </Link>
        </div>
      )}
      <Controls broadcast={broadcast} onChanged={onChanged} />
    </>
  );
}
