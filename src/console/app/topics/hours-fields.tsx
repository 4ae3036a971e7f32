import { useId } from 'preact/hooks';
import { useSpeech } from '../language/language.js';
import { Choices } from '../shell/choices.js';
import { officeHours, type DayForm, type HoursForm } from './hours-form.js';
import { hoursWords, weekdays } from './hours.words.js';
import type { TopicFaults } from './topic-form.js';

interface HoursFieldsProps {
  hours: HoursForm;
  faults: TopicFaults;
  onChange: (hours: HoursForm) => void;
}

/** The hours of a topic: at any time, or by weekday. */
export function HoursFields({ hours, faults, onChange }: HoursFieldsProps) {
  const { say } = useSpeech();
  const id = useId();
  return (
    <>
      <Choices
        legend={say(hoursWords.legend)}
        value={hours ? 'some' : 'always'}
        choices={[
          { value: 'always', label: say(hoursWords.always), detail: say(hoursWords.alwaysHow) },
          { value: 'some', label: say(hoursWords.some), detail: say(hoursWords.someHow) },
        ]}
        onChoose={(value) => onChange(value === 'some' ? (hours ?? officeHours) : undefined)}
      />
      {hours && (
        <fieldset class="week" aria-describedby={`${id}-hint ${id}-fault`}>
          <legend>{say(hoursWords.week)}</legend>
          <p class="hint" id={`${id}-hint`}>
            {say(hoursWords.holidays)}
          </p>
          <p class="fault" id={`${id}-fault`} role="alert">
            {faults.hours && say(faults.hours)}
          </p>
          {hours.map((day, at) => {
            const fault = faults[`hours.${at}`];
            return (
              <DayFields
                key={weekdays[at]!.en}
                name={say(weekdays[at]!)}
                day={day}
                fault={fault && say(fault)}
                onChange={(patch) =>
                  onChange(hours.map((each, place) => (place === at ? { ...each, ...patch } : each)))
                }
              />
            );
          })}
        </fieldset>
      )}
    </>
  );
}

interface DayFieldsProps {
  name: string;
  day: DayForm;
  fault: string | undefined;
  onChange: (patch: Partial<DayForm>) => void;
}

function DayFields({ name, day: { isOpen, from, to }, fault, onChange }: DayFieldsProps) {
  const { say } = useSpeech();
  const id = useId();
  const upper = name.slice(0, 1).toUpperCase() + name.slice(1);
  const time = (value: string, label: string, onInput: (typed: string) => void) => (
    <input
      type="text"
      autocomplete="off"
      maxLength={5}
      aria-label={label}
      aria-describedby={`${id}-fault`}
      aria-invalid={fault ? true : undefined}
      value={value}
      onInput={(event) => onInput(event.currentTarget.value)}
    />
  );
  return (
    <div class={fault ? 'field-fault' : undefined}>
      <p class="fault" id={`${id}-fault`} role="alert">
        {fault}
      </p>
      <div class="week-day">
        <label class="tick">
          <input type="checkbox" checked={isOpen} onChange={() => onChange({ isOpen: !isOpen })} />
          {upper}
        </label>
        {isOpen ? (
          <>
            {time(from, say(hoursWords.from, { day: upper }), (typed) => onChange({ from: typed }))}
            <span aria-hidden="true">–</span>
            {time(to, say(hoursWords.to, { day: upper }), (typed) => onChange({ to: typed }))}
          </>
        ) : (
          <span class="hint">{say(hoursWords.closed)}</span>
        )}
      </div>
    </div>
  );
}
