import { isEnding } from '../../../../messages/checklist/points.js';
import type { Broadcast } from '../../api/answers.js';
import { useSpeech } from '../../language/language.js';
import { Choices } from '../../shell/choices.js';
import type { Change } from '../form/form-change.js';
import { goesOnField, type FormFault } from '../form/form-faults.js';
import type { ComposeForm } from '../form/form.js';
import { words } from './goes-on.words.js';

interface GoesOnChoiceProps {
  form: ComposeForm;
  /** The all-clear that is corrected, or a correction of it. */
  original: Broadcast;
  change: Change;
  fault: FormFault | undefined;
}

/** Asks whoever corrects an all-clear if the danger goes on. Nothing is chosen beforehand. */
export function GoesOnChoice({ form, original, change, fault }: GoesOnChoiceProps) {
  const { say } = useSpeech();
  const { goesOn } = form;
  return (
    <div id={goesOnField} tabIndex={-1} class={fault ? 'field-fault' : undefined}>
      {fault && <p class="fault">{say(fault.wording, fault.values)}</p>}
      <Choices
        legend={say(words.question)}
        hint={say(words.hint)}
        value={goesOn === undefined ? undefined : goesOn ? 'goes-on' : 'over'}
        choices={[
          { value: 'goes-on', label: say(words.goesOn), detail: say(words.goesOnHow) },
          { value: 'over', label: say(words.over), detail: say(words.overHow) },
        ]}
        onChoose={(value) => change((now) => answered(now, value === 'goes-on', original))}
      />
    </div>
  );
}

/** What goes on has not the event and the template of an all-clear. Its text stays until the writer changes it. */
function answered(
  { event }: ComposeForm,
  goesOn: boolean,
  original: Pick<Broadcast, 'event'>,
): Partial<ComposeForm> {
  if (goesOn && event && isEnding(event))
    return { goesOn, event: undefined, points: undefined, template: undefined, filled: undefined };
  return !goesOn && !event ? { goesOn, event: original.event } : { goesOn };
}
