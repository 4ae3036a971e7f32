import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

interface PageTitleProps {
  /** What the tab is called. */
  title: string;
  children?: ComponentChildren;
}

/**
 * When what had the focus is gone after a change, the page's heading gets it: nobody is left at nowhere.
 *
 * @param to a selector of what gets it instead
 */
export function rescueFocus(to = 'main h1'): void {
  // After the page was drawn anew, and a dialog has tried to give the focus back.
  setTimeout(() => {
    if (document.activeElement === document.body) document.querySelector<HTMLElement>(to)?.focus();
  }, 50);
}

/** A page's heading, which takes the focus when the page opens, so that a screen reader begins there. */
export function PageTitle({ title, children }: PageTitleProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus({ preventScroll: true });
  }, []);
  useEffect(() => {
    document.title = `${title} – Budkavle`;
  }, [title]);
  return (
    <h1 ref={heading} tabIndex={-1}>
      {children ?? title}
    </h1>
  );
}
