import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';

/** What ties a control to its label, its hint and its fault, for screen readers. */
interface Ties {
  readonly id: string;
  readonly 'aria-describedby': string;
  readonly 'aria-invalid': true | undefined;
}

interface FieldFrameProps {
  label: string;
  hint?: string | undefined;
  fault?: string | undefined;
  /** The control. It takes all the ties. */
  children: (ties: Ties) => ComponentChildren;
}

/** A control with its label, its hint and its fault. */
export function FieldFrame({ label, hint, fault, children }: FieldFrameProps) {
  const id = useId();
  return (
    <div class={fault ? 'field field-fault' : 'field'}>
      <label for={id}>{label}</label>
      {hint && (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      <p class="fault" id={`${id}-fault`} role="alert">
        {fault}
      </p>
      {children({
        id,
        'aria-describedby': hint ? `${id}-hint ${id}-fault` : `${id}-fault`,
        'aria-invalid': fault ? true : undefined,
      })}
    </div>
  );
}
