import { useState } from 'preact/hooks';
import type { NewWebhook, Webhook } from '../api/answers.js';
import { usePostOnce } from '../api/use-post-once.js';
import { useQuery } from '../api/use-query.js';
import { useSpeech } from '../language/language.js';
import { Link } from '../navigation/navigation.js';
import { paths } from '../navigation/routes.js';
import { mayI } from '../session/may-i.js';
import { useSession } from '../session/session.js';
import { BusyButton } from '../shell/busy-button.js';
import { FailureNote } from '../shell/failure-note.js';
import { PageTitle } from '../shell/page-title.js';
import { words as shellWords } from '../shell/shell.words.js';
import { SecretNote } from './secret-note.js';
import { WebhookFields } from './webhook-fields.js';
import { emptyWebhook, faultsOf, type WebhookFaults } from './webhook-form.js';
import { words } from './webhooks.words.js';

/** The systems that are told what happens to broadcasts. */
export function WebhooksPage() {
  const { say } = useSpeech();
  const { member } = useSession();
  return (
    <>
      <PageTitle title={say(words.title)} />
      {mayI(member, 'webhook.write') ? <Webhooks /> : <p class="lead">{say(words.notYours)}</p>}
    </>
  );
}

function Webhooks() {
  const { say } = useSpeech();
  const { data, failure, loading, reload } = useQuery<Webhook[]>('/webhooks');
  return (
    <>
      <p class="lead">{say(words.lead)}</p>
      <FailureNote failure={failure} retry={reload} />
      {!data && loading && <p role="status">{say(shellWords.loading)}</p>}
      {data?.length === 0 && <p class="hint">{say(words.none)}</p>}
      {data && data.length > 0 && (
        <ul class="entries">
          {data.map(({ id, description, address, active }) => (
            <li class="entry" key={id}>
              <Link class="entry-link" href={paths.webhook(id)}>
                {description}
              </Link>
              <p class="entry-facts">
                <span>{say(active ? words.on : words.off)}</span>
                <span>{new URL(address).host}</span>
              </p>
            </li>
          ))}
        </ul>
      )}
      {data && <AddWebhook />}
    </>
  );
}

function AddWebhook() {
  const { say } = useSpeech();
  const [form, setForm] = useState(emptyWebhook);
  const [faults, setFaults] = useState<WebhookFaults>({});
  const [secret, setSecret] = useState<string>();
  const { busy, failure, run } = usePostOnce('add-webhook', '/webhooks');
  async function add(): Promise<void> {
    const found = faultsOf(form);
    setFaults(found);
    if (busy || Object.keys(found).length > 0) return;
    const added = await run<NewWebhook>('/webhooks', form);
    if (!added) return;
    setForm(emptyWebhook);
    setSecret(added.secret);
  }
  return (
    <>
      {secret !== undefined && <SecretNote secret={secret} />}
      <form
        class="card"
        noValidate
        aria-labelledby="add-webhook"
        onSubmit={(event) => {
          event.preventDefault();
          void add();
        }}
      >
        <h2 id="add-webhook">{say(words.add)}</h2>
        <WebhookFields
          form={form}
          faults={faults}
          change={(patch) => setForm((now) => ({ ...now, ...patch }))}
        />
        <FailureNote failure={failure} retry={() => void add()} />
        <BusyButton busy={busy} type="submit">
          {say(words.addIt)}
        </BusyButton>
      </form>
    </>
  );
}
