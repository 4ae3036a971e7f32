/** A count as people type it, with or without spaces: `1 204`. Undefined for anything else. */
export function readCount(typed: string): number | undefined {
  const digits = typed.replace(/\s/gu, '');
  return /^\d{1,9}$/.test(digits) ? Number(digits) : undefined;
}
