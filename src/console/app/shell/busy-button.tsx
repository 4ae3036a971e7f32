import type { ComponentChildren } from 'preact';
import { useSpeech } from '../language/language.js';
import { words } from './shell.words.js';

interface BusyButtonProps {
  busy: boolean;
  onClick?: () => void;
  type?: 'button' | 'submit';
  look?: 'main' | 'quiet' | 'danger';
  children: ComponentChildren;
}

/** A button that shows when its request is pending, and then ignores presses. It keeps the focus. */
export function BusyButton({ busy, onClick, type = 'button', look = 'main', children }: BusyButtonProps) {
  const { say } = useSpeech();
  return (
    <button
      type={type}
      class={`button button-${look}`}
      aria-disabled={busy ? true : undefined}
      onClick={(event) => {
        if (busy) event.preventDefault();
        else onClick?.();
      }}
    >
      {busy ? say(words.working) : children}
    </button>
  );
}
