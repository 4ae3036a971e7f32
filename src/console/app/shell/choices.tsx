import { useId } from 'preact/hooks';

interface ChoicesProps<Value extends string> {
  legend: string;
  hint?: string;
  value: Value | undefined;
  choices: readonly {
    readonly value: Value;
    readonly label: string;
    readonly detail?: string;
    readonly look?: string;
  }[];
  onChoose: (value: Value) => void;
}

/** A choice of one among several, each with an explanation. Large enough for a cold thumb. */
export function Choices<Value extends string>(props: ChoicesProps<Value>) {
  const { legend, hint, value, choices, onChoose } = props;
  const name = useId();
  return (
    <fieldset class="choices" aria-describedby={hint ? `${name}-hint` : undefined}>
      <legend>{legend}</legend>
      {hint && (
        <p class="hint" id={`${name}-hint`}>
          {hint}
        </p>
      )}
      {choices.map((choice) => (
        <label key={choice.value} class={choice.look ? `choice ${choice.look}` : 'choice'}>
          <input
            type="radio"
            name={name}
            checked={choice.value === value}
            onChange={() => onChoose(choice.value)}
          />
          <span>
            <span class="choice-label">{choice.label}</span>
            {choice.detail && <span class="choice-detail">{choice.detail}</span>}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
