import { useSpeech } from '../../language/language.js';
import { Choices } from '../../shell/choices.js';
import { whatWords } from '../compose.words.js';
import type { FormFault } from '../form/form-faults.js';
import { startOf, tomorrowMorning } from '../form/start.js';

interface StartChoiceProps {
  /** There is only a time to choose: it can't be sent as soon as it is approved. */
  mustWait: boolean;
  start: string | undefined;
  fault: FormFault | undefined;
  onChoose: (start: string | undefined) => void;
}

/** The choice of the start: as soon as it is approved, or a time. A reminder has only the time. */
export function StartChoice({ mustWait, start, fault, onChoose }: StartChoiceProps) {
  const { say, format } = useSpeech();
  const startsAt = startOf({ start });
  return (
    <>
      {!mustWait && (
        <Choices
          legend={say(whatWords.start)}
          value={start === undefined ? 'now' : 'later'}
          choices={[
            { value: 'now', label: say(whatWords.startNow), detail: say(whatWords.startNowHow) },
            { value: 'later', label: say(whatWords.startLater), detail: say(whatWords.startLaterHow) },
          ]}
          onChoose={(value) =>
            onChoose(value === 'later' ? (start ?? tomorrowMorning(new Date())) : undefined)
          }
        />
      )}
      {(mustWait || start !== undefined) && (
        <div class={fault ? 'field field-fault' : 'field'}>
          <label for="start-at">{say(mustWait ? whatWords.start : whatWords.startAt)}</label>
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
            value={start ?? ''}
            aria-invalid={fault ? true : undefined}
            aria-describedby={fault ? 'start-fault' : startsAt ? 'start-hint' : undefined}
            onInput={(event) => onChoose(event.currentTarget.value)}
          />
        </div>
      )}
    </>
  );
}
