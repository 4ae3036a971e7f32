import type { Wording } from '../../../kernel/refusal.js';

/** A problem document (RFC 9457) as the API gives it: `title` is already in the reader's language. */
export interface Problem {
  readonly code: string;
  readonly title: string;
  readonly status: number;
  /** By which operations find the request in the log. */
  readonly requestId?: string;
  readonly errors?: readonly { readonly path: string; readonly message: string }[];
  readonly [detail: string]: unknown;
}

/**
 * Why a request failed. `refused`: by the API, with a reason. `unreached`: it is unknown whether the request arrived,
 * so the same request may be repeated with the same key.
 */
export type Failure =
  | { readonly kind: 'refused'; readonly problem: Problem }
  | { readonly kind: 'unreached'; readonly why: 'offline' | 'timeout' | 'broken' };

export class RequestFailed extends Error {
  constructor(readonly failure: Failure) {
    super(failure.kind === 'refused' ? failure.problem.code : failure.why);
    this.name = 'RequestFailed';
  }
}

const wordings: Record<Extract<Failure, { kind: 'unreached' }>['why'], Wording> = {
  offline: {
    sv: 'Du verkar vara utan uppkoppling. Inget är förlorat. Försök igen när du har täckning.',
    en: 'You seem to be offline. Nothing is lost. Try again when you have coverage.',
  },
  timeout: {
    sv: 'Servern svarade inte i tid. Försök igen: samma begäran räknas bara en gång.',
    en: 'The server did not answer in time. Try again: the same request counts only once.',
  },
  broken: {
    sv: 'Svaret från servern gick inte att läsa. Försök igen: samma begäran räknas bara en gång.',
    en: 'The server’s answer could not be read. Try again: the same request counts only once.',
  },
};

export const unreachedWording = (failure: Extract<Failure, { kind: 'unreached' }>): Wording =>
  wordings[failure.why];

/** Whether repeating the same request may succeed: never after a refusal of its content. */
export const mayRetry = (failure: Failure): boolean =>
  failure.kind === 'unreached' || failure.problem.status >= 500 || failure.problem.status === 429;

/** Reads an answer's body as a problem document. A proxy's own error page counts as an unreached request. */
export function failureOf(status: number, body: unknown): Failure {
  const problem = body as Partial<Problem> | null;
  if (typeof problem === 'object' && typeof problem?.code === 'string' && typeof problem.title === 'string')
    return { kind: 'refused', problem: { ...problem, code: problem.code, title: problem.title, status } };
  return { kind: 'unreached', why: 'broken' };
}
