import type { WebhookLog as Log } from '../api/answers.js';
import { call } from '../api/call.js';
import { useMutation } from '../api/use-mutation.js';
import { usePages } from '../api/use-pages.js';
import { useSpeech } from '../language/language.js';
import { BusyButton } from '../shell/busy-button.js';
import { FailureNote } from '../shell/failure-note.js';
import { stateWords, typeWords, words } from './webhooks.words.js';

interface WebhookLogProps {
  id: string;
  /** Whether it can be sent to. */
  active: boolean;
  onSentAgain: () => void;
}

/** What was sent to an endpoint, newest first. It is read again every five seconds. */
export function WebhookLog({ id, active, onSentAgain }: WebhookLogProps) {
  const { say } = useSpeech();
  const path = `/webhooks/${id}/deliveries`;
  const { data, failure, reload, more, loadingMore, loadMore } = usePages<Log>(path, {
    pathAfter: (mark) => (mark === undefined ? path : `${path}?before=${mark}`),
    markOf: ({ next }) => next,
    every: 5000,
  });
  const deliveries = data?.flatMap((page) => page.deliveries) ?? [];
  return (
    <section class="group" aria-labelledby="webhook-log">
      <h2 id="webhook-log">{say(words.log)}</h2>
      <FailureNote failure={failure} retry={reload} />
      {data && deliveries.length === 0 && <p class="hint">{say(words.logEmpty)}</p>}
      <ul class="entries">
        {deliveries.map((delivery) => (
          <Delivery
            key={delivery.id}
            delivery={delivery}
            path={path}
            active={active}
            onSentAgain={onSentAgain}
          />
        ))}
      </ul>
      {more && (
        <BusyButton busy={loadingMore} look="quiet" onClick={loadMore}>
          {say(words.more)}
        </BusyButton>
      )}
    </section>
  );
}

interface DeliveryProps {
  delivery: Log['deliveries'][number];
  path: string;
  active: boolean;
  onSentAgain: () => void;
}

function Delivery({ delivery, path, active, onSentAgain }: DeliveryProps) {
  const { say, format } = useSpeech();
  const { id, type, at, state, tries, status, reason, nextTryAt, log } = delivery;
  const { busy, failure, run } = useMutation(
    () => call<object>('POST', `${path}/${id}/replay`, { body: {} }),
    path,
  );
  async function again(): Promise<void> {
    if (await run(undefined)) onSentAgain();
  }
  const what = say(typeWords[type]);
  const facts = [
    say(stateWords[state]),
    say(words.tries, { n: tries }),
    status === undefined ? undefined : say(words.answered, { status }),
    reason === undefined ? undefined : say(words.why, { reason }),
    state === 'waiting' && tries > 0 && nextTryAt !== undefined
      ? say(words.next, { at: format.moment(nextTryAt) })
      : undefined,
  ].filter((fact) => fact !== undefined);
  return (
    <li class="card">
      <p>
        <strong>{what}</strong>, {format.moment(at)}
      </p>
      <p class="entry-facts">
        {facts.map((fact) => (
          <span key={fact}>{fact}</span>
        ))}
      </p>
      {log.length > 0 && <Tries tries={log} label={say(words.triesOf, { what, at: format.moment(at) })} />}
      <FailureNote failure={failure} />
      {active && state !== 'waiting' && (
        <BusyButton busy={busy} look="quiet" onClick={() => void again()}>
          {say(words.again)}
          <span class="unseen"> {say(words.againOf, { what, at: format.moment(at) })}</span>
        </BusyButton>
      )}
    </li>
  );
}

/** Every try, oldest first. */
function Tries({ tries, label }: { tries: DeliveryProps['delivery']['log']; label: string }) {
  const { say, format } = useSpeech();
  return (
    <details>
      <summary>
        {say(words.allTries)}
        <span class="unseen"> {label}</span>
      </summary>
      <ol>
        {tries.map(({ at, took, status, reason }) => (
          <li key={at}>
            {[
              format.moment(at),
              status === undefined ? undefined : say(words.answered, { status }),
              reason === undefined ? undefined : say(words.why, { reason }),
              took === undefined ? say(words.noEnd) : say(words.took, { ms: format.number(took) }),
            ]
              .filter((part) => part !== undefined)
              .join(' · ')}
          </li>
        ))}
      </ol>
    </details>
  );
}
