import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';

interface SegmentedProps<Value extends string> {
  legend: string;
  /** Whether the legend is only for screen readers, because the page already shows it. */
  legendHidden?: boolean;
  value: Value;
  choices: readonly { readonly value: Value; readonly label: ComponentChildren }[];
  onChoose: (value: Value) => void;
}

/** A choice of one among a few, side by side: styled radio buttons, so the arrow keys work. */
export function Segmented<Value extends string>(props: SegmentedProps<Value>) {
  const { legend, legendHidden = false, value, choices, onChoose } = props;
  const name = useId();
  return (
    <fieldset class="segmented">
      <legend class={legendHidden ? 'unseen' : undefined}>{legend}</legend>
      <div class="segments">
        {choices.map((choice) => (
          <label key={choice.value}>
            <input
              type="radio"
              name={name}
              value={choice.value}
              checked={choice.value === value}
              onChange={() => onChoose(choice.value)}
            />
            <span>{choice.label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
