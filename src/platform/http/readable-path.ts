/**
 * The address of a request, with a path that can be read: in one that is no text (`%E0`, `%`) each percent sign stands for
 * itself. A router can't route such a path, and would answer a person's browser with a problem document.
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
