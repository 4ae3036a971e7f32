import { eventKinds, isEnding } from '../../../../messages/checklist/points.js';
import { eventWords } from '../../broadcasts/event.words.js';
import { useSpeech } from '../../language/language.js';
import type { Change } from '../form/form-change.js';
import type { ComposeForm } from '../form/form.js';
import { pageOf } from '../form/page-address.js';
import type { FormFault } from '../form/form-faults.js';
import { chooseEvent } from './answer-points.js';
import { words } from './checklist.words.js';

interface EventChoiceProps {
  form: ComposeForm;
  change: Change;
  /** The fault of the page's address. */
  fault: FormFault | undefined;
}

/** The kind of event, which has a checklist, and the page that the texts link to. */
export function EventChoice({ form, change, fault }: EventChoiceProps) {
  const { say } = useSpeech();
  const { event, page, follows, filled } = form;
  const offered = eventKinds.filter((kind) => follows?.relation !== 'all-clear' || isEnding(kind));
  return (
    <>
      <div class="field">
        <label for="event">{say(words.event)}</label>
        <p class="hint" id="event-hint">
          {say(words.eventHint)}
        </p>
        <select
          id="event"
          aria-describedby="event-hint"
          value={event ?? ''}
          onChange={({ currentTarget: { value } }) =>
            change((now) =>
              chooseEvent(
                now,
                eventKinds.find((kind) => kind === value),
              ),
            )
          }
        >
          {/* A template with an event has a checklist. */}
          {!filled?.event && <option value="">{say(words.noEvent)}</option>}
          {offered.map((kind) => (
            <option key={kind} value={kind}>
              {say(eventWords[kind])}
            </option>
          ))}
        </select>
      </div>
      {event && (
        <div class={fault ? 'field field-fault' : 'field'}>
          <label for="page">{say(words.page)}</label>
          <p class="hint" id="page-hint">
            {say(words.pageHint, { example: 'https://kommun.example.se/vatten' })}
          </p>
          {fault && (
            <p class="fault" id="page-fault">
              {say(fault.wording, fault.values)}
            </p>
          )}
          <input
            id="page"
            type="text"
            inputMode="url"
            autocomplete="off"
            spellcheck={false}
            value={page ?? pageOf(form) ?? ''}
            aria-invalid={fault ? true : undefined}
            aria-describedby={fault ? 'page-hint page-fault' : 'page-hint'}
            onInput={({ currentTarget: { value } }) => change({ page: value })}
          />
        </div>
      )}
    </>
  );
}
