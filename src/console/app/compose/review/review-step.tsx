import { useEffect, useState } from 'preact/hooks';
import { call, failureIn } from '../../api/call.js';
import type { Broadcast } from '../../api/answers.js';
import type { Failure } from '../../api/failure.js';
import { useIntent } from '../../api/use-intent.js';
import { AsReceived } from '../../broadcast/contents/as-received.js';
import { BroadcastFacts } from '../../broadcast/contents/broadcast-facts.js';
import { OtherAllClears } from '../../broadcast/contents/other-all-clears.js';
import { ReachFigures } from '../../broadcast/contents/reach-figures.js';
import { useSpeech } from '../../language/language.js';
import { FailureNote } from '../../shell/failure-note.js';
import type { Change } from '../form/form-change.js';
import { allClearsBeside } from '../form/follow-up.js';
import { bodyOf, type ComposeForm } from '../form/form.js';
import { OpenAlerts } from '../who/open-alerts.js';
import { words } from './review.words.js';
import { StillGoingOut } from './still-going-out.js';
import { SubmitForm } from './submit-form.js';

interface ReviewStepProps {
  form: ComposeForm;
  change: Change;
  onSubmitted: () => void;
}

/** The third step: the draft is kept in the API, and all is shown as the API understood it. */
export function ReviewStep({ form, change, onSubmitted }: ReviewStepProps) {
  const { say } = useSpeech();
  const [broadcast, setBroadcast] = useState<Broadcast>();
  const [failure, setFailure] = useState<Failure>();
  const create = useIntent('create-broadcast');
  const [turn, setTurn] = useState(0);
  // The body of one visit to this step: a retry must be the same request, expiry and all.
  const [body] = useState(() => bodyOf(form, new Date()));

  useEffect(() => {
    if (!body) return;
    setFailure(undefined);
    if (form.id === undefined) {
      void create.run<Broadcast>('/broadcasts', body).then((created) => {
        if (!created) return;
        setBroadcast(created);
        change({ id: created.id });
      });
    } else {
      call<Broadcast>('PUT', `/broadcasts/${form.id}`, { body }).then(setBroadcast, (error: unknown) =>
        setFailure(failureIn(error)),
      );
    }
  }, [turn]);

  function countAgain(): void {
    if (!broadcast) return;
    call<Broadcast>('GET', `/broadcasts/${broadcast.id}`).then(setBroadcast, () => undefined);
  }

  const failed = failure ?? create.failure;
  if (!broadcast)
    return (
      <>
        {!failed && <p role="status">{say(words.saving)}</p>}
        <FailureNote failure={failed} retry={() => setTurn(turn + 1)} />
      </>
    );
  const { preview, estimate } = broadcast;
  return (
    <>
      <p class="unseen" role="status">
        {say(words.saved)}
      </p>
      {preview && <ReachFigures heading="h3" preview={preview} estimate={estimate} />}
      <AsReceived heading="h3" broadcast={broadcast} />
      <BroadcastFacts broadcast={broadcast} />
      <OtherAllClears others={allClearsBeside(form, broadcast)} />
      {form.follows?.relation === 'all-clear' && <StillGoingOut alert={broadcast} />}
      <OpenAlerts form={{ ...form, id: broadcast.id }} />
      <SubmitForm broadcast={broadcast} onSubmitted={onSubmitted} onRefused={countAgain} />
    </>
  );
}
