import { useEffect } from 'preact/hooks';

/** Fetches anew while the page is looked at, and when somebody comes back to it. `every` is in milliseconds. */
export function useRefreshed(reload: () => void, every: number): void {
  useEffect(() => {
    const refresh = () => {
      if (document.visibilityState === 'visible') reload();
    };
    const timer = setInterval(refresh, every);
    document.addEventListener('visibilitychange', refresh);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', refresh);
    };
  }, [reload, every]);
}
