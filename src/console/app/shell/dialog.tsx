import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';
import { ExerciseBand } from './exercise-band.js';

interface DialogProps {
  title: string;
  /** Styled as part of an exercise. */
  exercise?: boolean;
  onClose: () => void;
  children: ComponentChildren;
}

/** A question that must be answered first: the browser's own modal dialog, which Escape closes. */
export function Dialog({ title, exercise = false, onClose, children }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => {
    const opener = document.activeElement;
    dialog.current?.showModal();
    return () => {
      if (opener instanceof HTMLElement && opener.isConnected) opener.focus();
    };
  }, []);
  return (
    <dialog
      ref={dialog}
      class={exercise ? 'dialog-exercise' : undefined}
      aria-labelledby={id}
      onClose={onClose}
    >
      {exercise && <ExerciseBand />}
      <h2 id={id}>{title}</h2>
      {children}
    </dialog>
  );
}
