import { useState } from 'preact/hooks';
import type { NewWebhook, Webhook } from '../api/answers.js';
import { call } from '../api/call.js';
import { useMutation } from '../api/use-mutation.js';
import { usePostOnce } from '../api/use-post-once.js';
import { useQuery } from '../api/use-query.js';
import { useSpeech } from '../language/language.js';
import { Link, useNavigation } from '../navigation/navigation.js';
import { paths } from '../navigation/routes.js';
import { mayI } from '../session/may-i.js';
import { useSession } from '../session/session.js';
import { BusyButton } from '../shell/busy-button.js';
import { FailureNote } from '../shell/failure-note.js';
import { PageTitle, rescueFocus } from '../shell/page-title.js';
import { words as shellWords } from '../shell/shell.words.js';
import { ChangeWebhook } from './change-webhook.js';
import { SecretNote } from './secret-note.js';
import { WebhookLog } from './webhook-log.js';
import { eventWords, words } from './webhooks.words.js';

/** One endpoint: what it is told, its secrets and its log. */
export function WebhookPage({ id }: { id: string }) {
  const { say } = useSpeech();
  const { member } = useSession();
  const may = mayI(member, 'webhook.write');
  const { data, failure, loading, reload } = useQuery<Webhook[]>(may ? '/webhooks' : undefined);
  const webhook = data?.find((one) => one.id === id);
  return (
    <>
      <p class="crumb">
        <Link href={paths.webhooks}>{say(words.all)}</Link>
      </p>
      <PageTitle title={webhook?.description ?? say(words.title)} />
      <FailureNote failure={failure} retry={reload} />
      {!data && loading && <p role="status">{say(shellWords.loading)}</p>}
      {!may && <p class="lead">{say(words.notYours)}</p>}
      {data && !webhook && <p class="lead">{say(words.gone)}</p>}
      {webhook && <WebhookInFull webhook={webhook} />}
    </>
  );
}

function WebhookInFull({ webhook }: { webhook: Webhook }) {
  const { say, format } = useSpeech();
  const { id, address, events, active, goneAt, includeUnpublished } = webhook;
  const [changing, setChanging] = useState(false);
  const [told, setTold] = useState('');
  const close = (done: string) => {
    setChanging(false);
    setTold(done);
    rescueFocus();
  };
  return (
    <>
      <p role="status" class={told ? 'note note-done' : undefined}>
        {told}
      </p>
      {goneAt !== undefined && <p class="note">{say(words.goneAt, { at: format.moment(goneAt) })}</p>}
      <dl class="facts card">
        <div>
          <dt>{say(words.address)}</dt>
          <dd style={{ overflowWrap: 'anywhere' }}>{address}</dd>
        </div>
        <div>
          <dt>{say(words.events)}</dt>
          <dd>
            {events.map((event) => (
              <div key={event}>{say(eventWords[event])}</div>
            ))}
            {includeUnpublished && <span class="hint">{say(words.includeUnpublished)}</span>}
          </dd>
        </div>
        <div>
          <dt>{say(words.state)}</dt>
          <dd>{say(active ? words.on : words.off)}</dd>
        </div>
      </dl>
      {changing ? (
        <ChangeWebhook webhook={webhook} onClose={() => close('')} onSaved={() => close(say(words.saved))} />
      ) : (
        <WebhookActions webhook={webhook} onChange={() => setChanging(true)} onTold={setTold} />
      )}
      <WebhookLog id={id} active={active} onSentAgain={() => setTold(say(words.sentAgain))} />
    </>
  );
}

interface WebhookActionsProps {
  webhook: Webhook;
  onChange: () => void;
  onTold: (done: string) => void;
}

function WebhookActions({ webhook, onChange, onTold }: WebhookActionsProps) {
  const { say } = useSpeech();
  const { go } = useNavigation();
  const path = `/webhooks/${webhook.id}`;
  const [secret, setSecret] = useState<string>();
  const [removing, setRemoving] = useState(false);
  const test = usePostOnce('test-webhook', `${path}/deliveries`);
  const rotation = usePostOnce('rotate-webhook', '/webhooks');
  const drop = useMutation(() => call<Webhook>('DELETE', `${path}/secrets/previous`), '/webhooks');
  const removal = useMutation(() => call<undefined>('DELETE', path), '/webhooks');
  const failure = test.failure ?? rotation.failure ?? drop.failure ?? removal.failure;
  async function rotate(): Promise<void> {
    const rotated = await rotation.run<NewWebhook>(`${path}/secrets`);
    if (rotated) setSecret(rotated.secret);
  }
  return (
    <>
      {secret !== undefined && <SecretNote secret={secret} />}
      <FailureNote failure={failure} />
      <div class="buttons">
        <button type="button" class="button button-quiet" onClick={onChange}>
          {say(words.change)}
        </button>
        {webhook.active && (
          <BusyButton
            busy={test.busy}
            look="quiet"
            onClick={() => void test.run(`${path}/tests`).then((done) => done && onTold(say(words.tested)))}
          >
            {say(words.test)}
          </BusyButton>
        )}
        <BusyButton busy={rotation.busy} look="quiet" onClick={() => void rotate()}>
          {say(words.rotate)}
        </BusyButton>
        {removing ? (
          <BusyButton
            busy={removal.busy}
            look="danger"
            onClick={() => void removal.run(undefined).then((done) => done && go(paths.webhooks))}
          >
            {say(words.removeSure)}
          </BusyButton>
        ) : (
          <button type="button" class="button button-quiet" onClick={() => setRemoving(true)}>
            {say(words.remove)}
          </button>
        )}
      </div>
      {webhook.hasPreviousSecret ? (
        <>
          <p class="hint">{say(words.dropHint)}</p>
          <div class="buttons">
            <BusyButton
              busy={drop.busy}
              look="quiet"
              onClick={() => void drop.run(undefined).then((done) => done && onTold(say(words.dropped)))}
            >
              {say(words.drop)}
            </BusyButton>
          </div>
        </>
      ) : (
        <p class="hint">{say(words.rotateHint)}</p>
      )}
    </>
  );
}
