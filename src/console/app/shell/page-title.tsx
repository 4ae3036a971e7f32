import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { useWaiting } from '../waiting/waiting.js';

interface PageTitleProps {
  /** The title of the browser tab. How many broadcasts wait for this user's approval stands before it. */
  title: string;
  children?: ComponentChildren;
}

/**
 * Moves the focus to the page's heading if the focused element is gone after a change. Otherwise keyboard users would
 * lose their place.
 *
 * @param to a selector of another element to focus
 */
export function rescueFocus(to = 'main h1'): void {
  // After the page was rendered, and after a dialog has tried to restore the focus.
  setTimeout(() => {
    if (document.activeElement === document.body) document.querySelector<HTMLElement>(to)?.focus();
  }, 50);
}

/** A page's heading. It gets the focus when the page opens, so that a screen reader begins there. */
export function PageTitle({ title, children }: PageTitleProps) {
  const waiting = useWaiting();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus({ preventScroll: true });
  }, []);
  useEffect(() => {
    document.title = `${waiting > 0 ? `(${waiting}) ` : ''}${title} – Budkavle`;
  }, [title, waiting]);
  return (
    <h1 ref={heading} tabIndex={-1}>
      {children ?? title}
    </h1>
  );
}
