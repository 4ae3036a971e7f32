import { createContext, type AnchorHTMLAttributes, type ComponentChildren } from 'preact';
import { useContext, useEffect, useMemo, useState } from 'preact/hooks';
import { routeOf, type Route } from './routes.js';

interface Navigation {
  readonly route: Route;
  readonly go: (path: string, options?: { replace?: boolean }) => void;
}

const NavigationContext = createContext<Navigation>({ route: { page: 'unknown' }, go: () => undefined });

export function NavigationProvider({ children }: { children: ComponentChildren }) {
  const [path, setPath] = useState(location.pathname);
  useEffect(() => {
    const follow = () => setPath(location.pathname);
    addEventListener('popstate', follow);
    return () => removeEventListener('popstate', follow);
  }, []);
  const navigation = useMemo<Navigation>(
    () => ({
      route: routeOf(path),
      go: (to, { replace = false } = {}) => {
        if (replace) history.replaceState(null, '', to);
        else history.pushState(null, '', to);
        setPath(to);
        scrollTo(0, 0);
      },
    }),
    [path],
  );
  return <NavigationContext.Provider value={navigation}>{children}</NavigationContext.Provider>;
}

export const useNavigation = (): Navigation => useContext(NavigationContext);

/** A link within the console. With a modifier key it behaves like any link. */
export function Link({ href, ...rest }: Omit<AnchorHTMLAttributes, 'href' | 'role'> & { href: string }) {
  const { go } = useNavigation();
  return (
    <a
      {...rest}
      href={href}
      onClick={(event: MouseEvent) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey || event.button !== 0) return;
        event.preventDefault();
        go(href);
      }}
    />
  );
}
