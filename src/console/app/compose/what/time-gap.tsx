import type { Template } from '../../api/answers.js';
import type { Wording } from '../../../../kernel/refusal.js';
import type { TypedTime } from '../../../../messages/typed-time/read-time.js';
import { endGap } from '../../../../messages/typed-time/open-end.js';
import { explainFault } from '../../../../messages/typed-time/time-faults.js';
import { writeMoment, writeSpan } from '../../../../messages/typed-time/write-time.js';
import { useSpeech } from '../../language/language.js';
import { useSettled } from '../../shell/use-settled.js';
import type { ComposeForm } from '../form/form.js';
import { gapField } from '../form/form-faults.js';
import { timeIn, typedTime } from '../form/time-gaps.js';
import { templateWords } from './template.words.js';

/** Debounce before a screen reader announces the time, so that it does not do so for every letter; milliseconds. */
const pause = 800;

interface TimeGapProps {
  form: ComposeForm;
  placeholder: Template['placeholders'][number];
  /** Where a prefilled time comes from. */
  note: string | undefined;
  onFill: (value: string) => void;
}

/** What is not wrong with a time, but may not be what was meant. */
function remarkOn(
  { at, maybeToday }: Extract<TypedTime, { kind: 'moment' }>,
  now: Date,
): Wording | undefined {
  if (maybeToday) return templateWords.maybeToday;
  return at.getTime() < now.getTime() - 60_000 ? templateWords.passed : undefined;
}

/** A field that takes a time as people type it. Below it stands the time in full, or what is wrong with it. */
export function TimeGap({ form, placeholder: { name, label }, note, onFill }: TimeGapProps) {
  const { say, language } = useSpeech();
  const id = gapField(name);
  const now = new Date();
  const typed = typedTime(form, name);
  const time = timeIn(form, name, now);
  const fault = time?.kind === 'fault' && typed.trim() !== '' ? explainFault(time, language) : undefined;
  const meant =
    time === undefined || time.kind === 'fault'
      ? undefined
      : time.kind === 'open'
        ? say(templateWords.openEnd)
        : time.kind === 'moment'
          ? writeMoment(time.at, language, now)
          : writeSpan(time.from, time.to, language, now);
  const remark = time?.kind === 'moment' ? remarkOn(time, now) : undefined;
  const said = remark === undefined ? '' : say(remark);
  const spoken = useSettled(fault ?? (meant === undefined ? undefined : `${meant} ${said}`), pause);
  return (
    <div class={fault ? 'field field-fault' : 'field'}>
      <label for={id}>{say(label)}</label>
      <p class="hint" id={`${id}-hint`}>
        {note ?? say(name === endGap ? templateWords.endHint : templateWords.timeHint)}
      </p>
      <input
        id={id}
        type="text"
        autocomplete="off"
        autocapitalize="none"
        spellcheck={false}
        aria-invalid={fault ? true : undefined}
        aria-describedby={`${id}-hint ${id}-meant`}
        value={typed}
        onInput={(event) => onFill(event.currentTarget.value)}
      />
      <p id={`${id}-meant`} class={fault ? 'fault' : 'meant'}>
        {fault ?? (
          <>
            <strong>{meant}</strong> {said}
          </>
        )}
      </p>
      <p class="unseen" role="status">
        {spoken}
      </p>
    </div>
  );
}
