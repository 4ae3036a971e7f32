/** Where in the console one is; the address bar holds it. */
export type Route =
  | { readonly page: 'broadcasts' }
  | { readonly page: 'compose'; readonly id?: string }
  | { readonly page: 'broadcast'; readonly id: string }
  | { readonly page: 'directory' }
  | { readonly page: 'unknown' };

const base = '/console';

export const paths = {
  broadcasts: `${base}/`,
  compose: `${base}/new`,
  directory: `${base}/directory`,
  broadcast: (id: string): string => `${base}/broadcasts/${encodeURIComponent(id)}`,
  edit: (id: string): string => `${base}/broadcasts/${encodeURIComponent(id)}/edit`,
};

export function routeOf(pathname: string): Route {
  const [first, second, third, ...rest] = pathname.slice(base.length).split('/').filter(Boolean);
  if (!pathname.startsWith(base) || rest.length > 0) return { page: 'unknown' };
  if (first === undefined) return { page: 'broadcasts' };
  if (first === 'new' && second === undefined) return { page: 'compose' };
  if (first === 'directory' && second === undefined) return { page: 'directory' };
  if (first === 'broadcasts' && second !== undefined) {
    const id = decodeURIComponent(second);
    if (third === undefined) return { page: 'broadcast', id };
    if (third === 'edit') return { page: 'compose', id };
  }
  return { page: 'unknown' };
}
