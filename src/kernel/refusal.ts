/** A text of the product's own interface, in each interface language. `{name}` is filled from the details. */
export interface Wording {
  readonly sv: string;
  readonly en: string;
}

/** The kind of refusal, in terms of the domain. The HTTP layer chooses a status for it. */
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
 * An expected "no". Carries a stable code for programs, wording for people, and details for both. It knows nothing of
 * HTTP. Made by a {@link refusal} factory, one for each fact.
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
 * Declares a refusal once, beside the rule that it belongs to:
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
