import { createContext, type AnchorHTMLAttributes, type ComponentChildren } from 'preact';
import { useContext, useEffect, useMemo, useState } from 'preact/hooks';
import { routeOf, type Route } from './routes.js';

interface Navigation {
  readonly route: Route;
  /** The query of the address, such as `?state=draft`; empty if there is none. */
  readonly search: string;
  readonly go: (path: string, options?: { replace?: boolean }) => void;
  /** Changes the query of the address on the same page. It adds no entry to the history. */
  readonly refine: (search: string) => void;
}

const NavigationContext = createContext<Navigation>({
  route: { page: 'unknown' },
  search: '',
  go: () => undefined,
  refine: () => undefined,
});

const addressNow = (): string => location.pathname + location.search;

export function NavigationProvider({ children }: { children: ComponentChildren }) {
  const [address, setAddress] = useState(addressNow);
  useEffect(() => {
    const follow = () => setAddress(addressNow());
    addEventListener('popstate', follow);
    return () => removeEventListener('popstate', follow);
  }, []);
  const { pathname, search } = new URL(address, location.origin);
  const route = useMemo(() => routeOf(pathname), [pathname]);
  const navigation = useMemo<Navigation>(
    () => ({
      route,
      search,
      go: (to, { replace = false } = {}) => {
        if (replace) history.replaceState(null, '', to);
        else history.pushState(null, '', to);
        setAddress(addressNow());
        scrollTo(0, 0);
      },
      refine: (query) => {
        history.replaceState(history.state, '', location.pathname + query);
        setAddress(addressNow());
      },
    }),
    [route, search],
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
