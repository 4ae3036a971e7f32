import { useEffect } from 'preact/hooks';
import type { Broadcast } from '../api/answers.js';
import { Badges } from '../broadcasts/badges.js';
import { useSpeech } from '../language/language.js';
import { Link } from '../navigation/navigation.js';
import { paths } from '../navigation/routes.js';
import { mayI } from '../session/may-i.js';
import { useSession } from '../session/session.js';
import { ExerciseBand } from '../shell/exercise-band.js';
import { FailureNote } from '../shell/failure-note.js';
import { PageTitle, rescueFocus } from '../shell/page-title.js';
import { words as shellWords } from '../shell/shell.words.js';
import { AsReceived } from '../contents/as-received.js';
import { AudienceOnMap } from '../contents/audience-on-map.js';
import { Published, ToPage } from '../contents/published.js';
import { Posts } from '../contents/posts.js';
import { BroadcastFacts } from '../contents/broadcast-facts.js';
import { WaitsForHours } from '../contents/waits-for-hours.js';
import { ChecklistView } from '../contents/checklist-view.js';
import { words } from './broadcast-page.words.js';
import { Controls } from './progress/controls.js';
import { Approvers } from './decide/approvers.js';
import { Decision, DecisionNotice } from './decide/decision.js';
import { CorrectedLine, FollowsLine, FollowUpPanel } from './follow-up/follow-up-panel.js';
import { History } from './history.js';
import { OtherWordings } from '../contents/other-wordings.js';
import { StillGoingOut } from '../contents/still-going-out.js';
import { OtherAllClears } from '../contents/other-all-clears.js';
import { notHad } from './unreached/not-had.js';
import { ProgressPanel } from './progress/progress-panel.js';
import { ReachFigures } from '../contents/reach-figures.js';
import { ReportView } from './report/report-view.js';
import { SendToMe } from '../contents/send-to-me.js';
import { words as unreachedWords } from './unreached/unreached.words.js';
import { OpenedKeeper, useOpened } from '../opened/opened.js';
import { ScheduledPanel } from './scheduled/scheduled-panel.js';
import { GoesWithAlert, ReminderPanel, WriteReminder } from './scheduled/reminder-panel.js';
import { MissedNote, MovedIn } from './scheduled/start-notes.js';
import { Signatures } from './report/signatures.js';
import { UnreachedPanel } from './unreached/unreached-panel.js';
import { useBroadcast } from './use-broadcast.js';

/**
 * One broadcast: its progress, its content and its audience. The decision buttons are at the bottom, so that an
 * approver reads first: a button at the top would be pressed unread.
 */
export function BroadcastPage({ id }: { id: string }) {
  return (
    <OpenedKeeper>
      <OneBroadcast id={id} />
    </OpenedKeeper>
  );
}

function OneBroadcast({ id }: { id: string }) {
  const { say } = useSpeech();
  const { member } = useSession();
  const { data: broadcast, failure, reload, replace } = useBroadcast(id);
  const { begin } = useOpened();
  useEffect(begin, [broadcast?.contentHash]);
  if (!broadcast)
    return failure ? (
      <FailureNote failure={failure} retry={reload} />
    ) : (
      <p role="status">{say(shellWords.loading)}</p>
    );
  const { state, audienceName, exercise, audience, preview, estimate, report, planned } = broadcast;
  const { webOnly } = broadcast;
  const takeIn = (changed: Broadcast) => {
    replace(() => changed);
    rescueFocus();
  };
  const approved = planned !== undefined;
  const hasStarted = approved && state !== 'scheduled' && state !== 'missed';
  const undecided = state === 'pending-approval' && !broadcast.goesWithAlert;
  const mayDecide = broadcast.allowed.includes('approval');
  return (
    <div class={exercise ? 'is-exercise' : undefined}>
      {exercise && <ExerciseBand />}
      <p class="crumb">
        <Link href={paths.broadcasts}>{say(words.everyone)}</Link>
      </p>
      <PageTitle title={audienceName} />
      <Badges broadcast={broadcast} />
      <FollowsLine broadcast={broadcast} />
      <GoesWithAlert broadcast={broadcast} />
      <p class="follows screen-only">
        <Link href={paths.incident(id)}>{say(words.incident)}</Link>
      </p>
      <CorrectedLine broadcast={broadcast} />
      <FailureNote failure={failure} retry={reload} />
      {!approved && broadcast.follows?.relation === 'all-clear' && (
        <OtherAllClears others={broadcast.otherAllClears} />
      )}
      {undecided && <StillGoingOut relation={broadcast.follows?.relation} alert={broadcast} />}
      {undecided && <OtherWordings relation={broadcast.follows?.relation} alert={broadcast} />}
      {undecided && <DecisionNotice broadcast={broadcast} />}
      {undecided && !mayDecide && <Approvers broadcast={broadcast} />}
      {state === 'scheduled' && <ScheduledPanel broadcast={broadcast} onChanged={takeIn} />}
      {state === 'missed' && <MissedNote broadcast={broadcast} />}
      {hasStarted && <ProgressPanel broadcast={broadcast} onChanged={takeIn} />}
      {hasStarted && <ToPage broadcast={broadcast} />}
      <MovedIn broadcast={broadcast} />
      <FollowUpPanel broadcast={broadcast} />
      <TurnedDown broadcast={broadcast} />
      {broadcast.audienceProblem && <p class="note note-failure">{say(broadcast.audienceProblem)}</p>}
      <div class="columns">
        <div>
          {approved && state !== 'scheduled' && report && !webOnly && (
            <ReportView broadcast={broadcast} report={report} />
          )}
          {!webOnly && <AsReceived broadcast={broadcast} heading="h2" />}
          <Published broadcast={broadcast} heading="h2" />
          <Posts broadcast={broadcast} heading="h2" />
          <ReminderPanel broadcast={broadcast} heading="h2" />
          <ChecklistView broadcast={broadcast} heading="h2" />
          {!webOnly && <SendToMe key={id} broadcast={broadcast} heading="h2" />}
          {preview && !webOnly && (
            <ReachFigures
              preview={preview}
              estimate={estimate}
              heading="h2"
              asBefore={'recipientsOf' in audience}
            />
          )}
        </div>
        <div>
          <section aria-labelledby="whom-title" class="card">
            <h2 id="whom-title">{say(words.whom)}</h2>
            <AudienceOnMap
              id={id}
              audience={audience}
              name={audienceName}
              unreachedAs={notHad(broadcast) ? unreachedWords.legendNotHad : unreachedWords.legend}
              at={approved || broadcast.state === 'rejected' ? broadcast.decidedAt : undefined}
            />
          </section>
          {!('topic' in audience) && !webOnly && mayI(member, 'unreached.read') && (
            <UnreachedPanel key={broadcast.state} broadcast={broadcast} />
          )}
          <WaitsForHours broadcast={broadcast} />
          <BroadcastFacts broadcast={broadcast} />
          {!undecided && <History broadcast={broadcast} />}
        </div>
      </div>
      {undecided && <History broadcast={broadcast} />}
      {undecided && mayDecide && <Approvers broadcast={broadcast} />}
      {undecided && <Decision broadcast={broadcast} onChanged={takeIn} onStale={reload} />}
      {mayI(member, 'broadcast.write') && <WriteReminder broadcast={broadcast} />}
      {!approved && <Further broadcast={broadcast} onChanged={takeIn} />}
      {mayI(member, 'broadcast.write') && (
        <p class="screen-only">
          <Link class="button button-quiet" href={paths.anew(id)}>
            {say(words.anew)}
          </Link>
        </p>
      )}
      <Signatures broadcast={broadcast} />
    </div>
  );
}

/** Why the broadcast was returned or rejected. */
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

interface FurtherProps {
  broadcast: Broadcast;
  onChanged: (broadcast: Broadcast) => void;
}

/** Further actions before approval: edit or cancel. */
function Further({ broadcast, onChanged }: FurtherProps) {
  const { say } = useSpeech();
  const { id, state, allowed } = broadcast;
  return (
    <Controls broadcast={broadcast} onChanged={onChanged}>
      {allowed.includes('edit') && (
        <Link class="button button-quiet" href={paths.edit(id)}>
          {say(state === 'draft' ? words.goOn : words.change)}
        </Link>
      )}
    </Controls>
  );
}
