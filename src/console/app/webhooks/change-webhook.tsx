import { useEffect, useRef, useState } from 'preact/hooks';
import type { Webhook } from '../api/answers.js';
import { call } from '../api/call.js';
import { useMutation } from '../api/use-mutation.js';
import { useSpeech } from '../language/language.js';
import { BusyButton } from '../shell/busy-button.js';
import { FailureNote } from '../shell/failure-note.js';
import { WebhookFields } from './webhook-fields.js';
import { faultsOf, formOf, type WebhookFaults } from './webhook-form.js';
import { words } from './webhooks.words.js';

interface ChangeWebhookProps {
  webhook: Webhook;
  onClose: () => void;
  onSaved: () => void;
}

/** Changes an endpoint, all fields at once. */
export function ChangeWebhook({ webhook, onClose, onSaved }: ChangeWebhookProps) {
  const { say } = useSpeech();
  const [form, setForm] = useState(() => formOf(webhook));
  // Of what the form was filled with: it may be fetched again meanwhile.
  const [version] = useState(webhook.version);
  const [faults, setFaults] = useState<WebhookFaults>({});
  const { busy, failure, run } = useMutation(
    (body: object) => call<Webhook>('PUT', `/webhooks/${webhook.id}`, { body }),
    '/webhooks',
  );
  const heading = useRef<HTMLHeadingElement>(null);
  // The button that opened the form is gone.
  useEffect(() => heading.current?.focus(), []);
  async function save(): Promise<void> {
    const found = faultsOf(form);
    setFaults(found);
    if (!busy && Object.keys(found).length === 0 && (await run({ ...form, version }))) onSaved();
  }
  return (
    <form
      class="card"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <h2 ref={heading} tabIndex={-1}>
        {say(words.change)}
      </h2>
      <WebhookFields
        form={form}
        faults={faults}
        change={(patch) => setForm((now) => ({ ...now, ...patch }))}
      />
      <FailureNote failure={failure} retry={() => void save()} />
      <div class="buttons">
        <BusyButton type="submit" busy={busy}>
          {say(words.save)}
        </BusyButton>
        <button type="button" class="button button-quiet" onClick={onClose}>
          {say(words.notNow)}
        </button>
      </div>
    </form>
  );
}
