import { createContext, type ComponentChildren } from 'preact';
import { useContext, useEffect, useMemo, useRef, useState } from 'preact/hooks';

interface Opened {
  /** By the words of the API. Not state: it changes nothing on the page before the decision. */
  readonly things: ReadonlySet<string>;
  readonly note: (what: string) => void;
  /** Forgets what was opened, since something else is shown now. */
  readonly begin: () => void;
}

const nothing = () => undefined;
/** Pages without a keeper note nothing. */
const OpenedContext = createContext<Opened>({ things: new Set(), note: nothing, begin: nothing });

/** Keeps what an approver opens within it. */
export function OpenedKeeper({ children }: { children: ComponentChildren }) {
  const [things, setThings] = useState(() => new Set<string>());
  const opened = useMemo(
    () => ({
      things,
      note: (what: string) => void things.add(what),
      begin: () => setThings(new Set<string>()),
    }),
    [things],
  );
  return <OpenedContext.Provider value={opened}>{children}</OpenedContext.Provider>;
}

export const useOpened = (): Opened => useContext(OpenedContext);

/** At the end of something: notes that it was scrolled to its end. */
export function SeenToEnd({ what }: { what: string }) {
  const { note } = useOpened();
  const mark = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    if (!mark.current || !('IntersectionObserver' in globalThis)) return undefined;
    const observer = new IntersectionObserver((entries) => {
      if (entries.some(({ isIntersecting }) => isIntersecting)) note(what);
    });
    observer.observe(mark.current);
    return () => observer.disconnect();
  }, [note, what]);
  return <span ref={mark} aria-hidden="true" />;
}
