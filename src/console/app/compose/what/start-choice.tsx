import { useSpeech } from '../../language/language.js';
import { Choices } from '../../shell/choices.js';
import { whatWords } from '../compose.words.js';
import type { FormFault } from '../form/form-faults.js';
import { startOf, tomorrowMorning } from '../form/start.js';

interface StartChoiceProps {
  start: string | undefined;
  fault: FormFault | undefined;
  onChoose: (start: string | undefined) => void;
}

/** The choice of the start: as soon as it is approved, or a time. */
export function StartChoice({ start, fault, onChoose }: StartChoiceProps) {
  const { say, format } = useSpeech();
  const startsAt = startOf({ start });
  return (
    <>
      <Choices
        legend={say(whatWords.start)}
        value={start === undefined ? 'now' : 'later'}
        choices={[
          { value: 'now', label: say(whatWords.startNow), detail: say(whatWords.startNowHow) },
          { value: 'later', label: say(whatWords.startLater), detail: say(whatWords.startLaterHow) },
        ]}
        onChoose={(value) => onChoose(value === 'later' ? (start ?? tomorrowMorning(new Date())) : undefined)}
      />
      {start !== undefined && (
        <div class={fault ? 'field field-fault' : 'field'}>
          <label for="start-at">{say(whatWords.startAt)}</label>
          {startsAt && !fault && (
            <p class="hint" id="start-hint">
              {format.stamp(startsAt.toISOString())}
            </p>
          )}
          {fault && (
            <p class="fault" id="start-fault">
              {say(fault.wording, fault.values)}
            </p>
          )}
          <input
            id="start-at"
            type="datetime-local"
            value={start}
            aria-invalid={fault ? true : undefined}
            aria-describedby={fault ? 'start-fault' : startsAt ? 'start-hint' : undefined}
            onInput={(event) => onChoose(event.currentTarget.value)}
          />
        </div>
      )}
    </>
  );
}
