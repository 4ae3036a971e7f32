import { useEffect, useState } from 'preact/hooks';

/**
 * Debounces a value that the user types or chooses. Keeps the previous value until the new one has been stable for the
 * pause. Becomes undefined at once when the value does.
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
