import { useEffect, useState } from 'preact/hooks';

/**
 * What somebody types or chooses, once it has stood for a while. Until then what stood before; nothing at once, when there is
 * nothing.
 *
 * @param pause in milliseconds
 */
export function useSettled(value: string | undefined, pause: number): string | undefined {
  const [settled, setSettled] = useState<string>();
  useEffect(() => {
    if (value === undefined) {
      setSettled(undefined);
      return;
    }
    const timer = setTimeout(() => setSettled(value), pause);
    return () => clearTimeout(timer);
  }, [value, pause]);
  return value === undefined ? undefined : settled;
}
