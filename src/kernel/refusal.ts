/** A text of the product's own interface, in the languages it speaks. `{name}` is filled from the details. */
export interface Wording {
  readonly sv: string;
  readonly en: string;
}

/** What kind of refusal it is, in terms of the domain; the HTTP layer chooses a status for it. */
export type RefusalKind =
  | 'invalid'
  | 'unauthenticated'
  | 'forbidden'
  | 'not-found'
  | 'conflict'
  | 'too-large'
  | 'too-many'
  | 'unavailable';

export type RefusalDetails = Readonly<Record<string, unknown>>;

/**
 * An expected "no". Carries a stable code for programs, wording for people, and details for both; it knows nothing
 * of HTTP. Made by a {@link refusal} factory, one per fact.
 */
export class DomainError extends Error {
  constructor(
    readonly code: string,
    readonly kind: RefusalKind,
    readonly wording: Wording,
    readonly details: RefusalDetails = {},
  ) {
    super(`${code}: ${fill(wording.en, details)}`);
    this.name = 'DomainError';
  }

  /** The wording in the reader's language, with the details filled in. */
  explain(language: keyof Wording): string {
    return fill(this.wording[language], this.details);
  }
}

/**
 * Declares a refusal once, beside the rule it belongs to:
 * `export const FourEyesRequired = refusal('broadcast.four-eyes', 'forbidden', { sv: '…', en: '…' })`,
 * then `throw FourEyesRequired({ … })`.
 */
export function refusal(code: string, kind: RefusalKind, wording: Wording) {
  return (details: RefusalDetails = {}): DomainError => new DomainError(code, kind, wording, details);
}

function fill(text: string, details: RefusalDetails): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = details[name];
    return typeof value === 'string' || typeof value === 'number' ? String(value) : whole;
  });
}
