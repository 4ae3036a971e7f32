import { useEffect, useState } from 'preact/hooks';
import { call } from '../../api/call.js';
import type { Broadcast, BroadcastBody } from '../../api/answers.js';
import { usePostOnce } from '../../api/use-post-once.js';
import { useMutation } from '../../api/use-mutation.js';
import { useQuery } from '../../api/use-query.js';
import { AsReceived } from '../../contents/as-received.js';
import { BroadcastFacts } from '../../contents/broadcast-facts.js';
import { GoesWithAlert, ReminderPanel, WriteReminder } from '../../broadcast/scheduled/reminder-panel.js';
import { ChecklistView } from '../../contents/checklist-view.js';
import { OtherAllClears } from '../../contents/other-all-clears.js';
import { Posts } from '../../contents/posts.js';
import { Published } from '../../contents/published.js';
import { ReachFigures } from '../../contents/reach-figures.js';
import { SendToMe } from '../../contents/send-to-me.js';
import { WaitsForHours } from '../../contents/waits-for-hours.js';
import { useSpeech } from '../../language/language.js';
import { FailureNote } from '../../shell/failure-note.js';
import type { Change } from '../form/form-change.js';
import type { FormFault } from '../form/form-faults.js';
import { allClearsBeside } from '../form/follow-up.js';
import { bodyOf, type ComposeForm } from '../form/form.js';
import { OpenAlerts } from '../who/open-alerts.js';
import { words } from './review.words.js';
import { OtherWordings } from '../../contents/other-wordings.js';
import { StillGoingOut } from '../../contents/still-going-out.js';
import { ChangedMeanwhile } from './changed-meanwhile.js';
import { SubmitForm } from './submit-form.js';
import { useSaveReminder } from './use-save-reminder.js';

interface ReviewStepProps {
  form: ComposeForm;
  change: Change;
  onSubmitted: () => void;
  /** The submission was refused because of what was written. */
  onFaults: (faults: readonly FormFault[]) => void;
}

/** The third step: saves the draft in the API and shows it as the API understood it. */
export function ReviewStep({ form, change: changeForm, onSubmitted, onFaults }: ReviewStepProps) {
  const { say } = useSpeech();
  const [saved, setSaved] = useState<Broadcast>();
  const create = usePostOnce('create-broadcast');
  const change = useMutation(({ id, body }: { readonly id: string; readonly body: object }) =>
    call<Broadcast>('PUT', `/broadcasts/${id}`, { body }),
  );
  const reminder = useSaveReminder();
  const [turn, setTurn] = useState(0);
  // The body is fixed for one visit to this step: a retry must be the same request, with the same expiry.
  const [body] = useState(() => bodyOf(form, new Date()));

  useEffect(() => {
    if (body) void save(body, form.version);
  }, [turn]);
  /** @param version that it changes; undefined to overwrite what somebody else wrote meanwhile */
  async function save(sent: BroadcastBody, version: number | undefined): Promise<void> {
    const alert =
      form.id === undefined
        ? await create.run<Broadcast>('/broadcasts', sent)
        : (await change.run({ id: form.id, body: version === undefined ? sent : { ...sent, version } }))
            ?.answer;
    if (!alert) return;
    changeForm({ id: alert.id, version: alert.version });
    const whole = await reminder.save(form, alert);
    if (whole) changeForm({ version: whole.version });
    setSaved(whole);
  }
  // Reloaded with a new count when a submission was refused.
  const { data: broadcast, reload } = useQuery<Broadcast>(saved && `/broadcasts/${saved.id}`, {
    initial: saved,
  });

  const failed = change.failure ?? create.failure ?? reminder.failure;
  if (!broadcast)
    return (
      <>
        {!failed && <p role="status">{say(words.saving)}</p>}
        <FailureNote failure={failed} retry={() => setTurn(turn + 1)} />
        {body && form.id !== undefined && (
          <ChangedMeanwhile
            id={form.id}
            failure={change.failure}
            onOverwrite={() => void save(body, undefined)}
          />
        )}
      </>
    );
  const { preview, estimate, webOnly } = broadcast;
  return (
    <>
      <p class="unseen" role="status">
        {say(words.saved)}
      </p>
      {preview && !webOnly && (
        <ReachFigures
          heading="h3"
          preview={preview}
          estimate={estimate}
          asBefore={'recipientsOf' in broadcast.audience}
        />
      )}
      {!webOnly && <AsReceived heading="h3" broadcast={broadcast} />}
      <Published heading="h3" broadcast={broadcast} />
      <Posts heading="h3" broadcast={broadcast} />
      <ChecklistView broadcast={broadcast} heading="h3" />
      {!webOnly && <SendToMe heading="h3" broadcast={broadcast} />}
      <WaitsForHours broadcast={broadcast} />
      <BroadcastFacts broadcast={broadcast} />
      <OtherAllClears others={allClearsBeside(form, broadcast)} />
      <StillGoingOut relation={form.follows?.relation} alert={broadcast} />
      <OtherWordings relation={form.follows?.relation} alert={broadcast} />
      <OpenAlerts form={{ ...form, id: broadcast.id }} />
      <ReminderPanel heading="h3" broadcast={broadcast} />
      <WriteReminder broadcast={broadcast} />
      {broadcast.goesWithAlert ? (
        <GoesWithAlert broadcast={broadcast} />
      ) : (
        <SubmitForm broadcast={broadcast} onSubmitted={onSubmitted} onRefused={reload} onFaults={onFaults} />
      )}
    </>
  );
}
