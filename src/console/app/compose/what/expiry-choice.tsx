import { localTime } from '../../../../kernel/wall-clock.js';
import { useSpeech } from '../../language/language.js';
import { Choices } from '../../shell/choices.js';
import { hours as hourWords, whatWords } from '../compose.words.js';
import { expiryDate, hourChoices, type Expiry } from '../form/expiry.js';
import type { FormFault } from '../form/form-faults.js';

interface ExpiryChoiceProps {
  expiry: Expiry;
  fault: FormFault | undefined;
  onChoose: (expiry: Expiry) => void;
}

/** The choice of the expiry: some hours, or a time. */
export function ExpiryChoice({ expiry, fault, onChoose }: ExpiryChoiceProps) {
  const { say, count } = useSpeech();
  return (
    <>
      <Choices
        legend={say(whatWords.expiry)}
        hint={say(whatWords.expiryHint)}
        value={expiry.kind === 'hours' ? String(expiry.hours) : 'at'}
        choices={[
          ...hourChoices.map((hours) => ({
            value: String(hours),
            label: count(hours, hourWords),
            look: 'choice-small',
          })),
          { value: 'at', label: say(whatWords.expiryAtChoice), look: 'choice-small' },
        ]}
        onChoose={(value) => {
          if (value !== 'at') onChoose({ kind: 'hours', hours: Number(value) });
          else {
            const now = new Date();
            onChoose({ kind: 'at', local: localTime(expiryDate(expiry, now) ?? now) });
          }
        }}
      />
      {expiry.kind === 'at' && (
        <div class={fault ? 'field field-fault' : 'field'}>
          <label for="expiry-at">{say(whatWords.expiryAt)}</label>
          {fault && (
            <p class="fault" id="expiry-fault">
              {say(fault.wording, fault.values)}
            </p>
          )}
          <input
            id="expiry-at"
            type="datetime-local"
            value={expiry.local}
            aria-invalid={fault ? true : undefined}
            aria-describedby={fault ? 'expiry-fault' : undefined}
            onInput={(event) => onChoose({ kind: 'at', local: event.currentTarget.value })}
          />
        </div>
      )}
    </>
  );
}
