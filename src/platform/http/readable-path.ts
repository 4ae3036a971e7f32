/**
 * The URL of a request, with a path that can be decoded. If it can't be decoded (`%E0`, `%`), each percent sign is
 * escaped. Fastify can't route such a path, and would answer a browser with a problem document instead of a page.
 */
export function withReadablePath(url: string): string {
  const end = url.indexOf('?');
  const path = end === -1 ? url : url.slice(0, end);
  return isText(path) ? url : path.replaceAll('%', '%25') + (end === -1 ? '' : url.slice(end));
}

function isText(path: string): boolean {
  try {
    decodeURIComponent(path);
    return true;
  } catch {
    return false;
  }
}
