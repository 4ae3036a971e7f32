import type { Webhook } from '../api/answers.js';
import { useSpeech } from '../language/language.js';
import { Field } from '../shell/field.js';
import type { WebhookFaults, WebhookForm } from './webhook-form.js';
import { eventWords, words } from './webhooks.words.js';

interface WebhookFieldsProps {
  form: WebhookForm;
  faults: WebhookFaults;
  change: (patch: Partial<WebhookForm>) => void;
}

const events = Object.keys(eventWords) as Webhook['events'];

/** The fields of an endpoint. */
export function WebhookFields({ form, faults, change }: WebhookFieldsProps) {
  const { say } = useSpeech();
  const tick = (label: string, value: boolean, onChange: () => void) => (
    <label class="tick" key={label}>
      <input type="checkbox" checked={value} onChange={onChange} />
      <span>{label}</span>
    </label>
  );
  return (
    <>
      <Field
        label={say(words.description)}
        hint={say(words.descriptionHint)}
        fault={faults.description && say(faults.description)}
        value={form.description}
        maxLength={120}
        onInput={(description) => change({ description })}
      />
      <Field
        label={say(words.address)}
        hint={say(words.addressHint)}
        fault={faults.address && say(faults.address)}
        value={form.address}
        maxLength={1000}
        onInput={(address) => change({ address })}
      />
      <fieldset class="choices" aria-describedby="webhook-events-fault">
        <legend>{say(words.events)}</legend>
        <p class="fault" id="webhook-events-fault" role="alert">
          {faults.events && say(faults.events)}
        </p>
        {events.map((event) =>
          tick(say(eventWords[event]), form.events.includes(event), () =>
            change({
              events: form.events.includes(event)
                ? form.events.filter((each) => each !== event)
                : [...form.events, event],
            }),
          ),
        )}
      </fieldset>
      {tick(say(words.includeUnpublished), form.includeUnpublished, () =>
        change({ includeUnpublished: !form.includeUnpublished }),
      )}
      {tick(say(words.active), form.active, () => change({ active: !form.active }))}
    </>
  );
}
