/** A parsed form or query string. A repeated name has an array of values. */
export type Form = Readonly<Record<string, string | string[] | undefined>>;

/** The value of a field, the last one if it is repeated; undefined if missing. */
export function field(form: Form, name: string): string | undefined {
  const value = form[name];
  return Array.isArray(value) ? value.at(-1) : value;
}

/** All values of a field that may be repeated. A value may also contain several words. */
export function words(form: Form, name: string): string[] {
  const value = form[name];
  return (Array.isArray(value) ? value : [value ?? '']).flatMap((v) => v.split(/[\s,]+/)).filter(Boolean);
}

/** A query with one value per name, as Twilio reads it. */
export const flat = (form: Form): Record<string, string | undefined> =>
  Object.fromEntries(Object.keys(form).map((name) => [name, field(form, name)]));
