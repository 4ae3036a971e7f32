import type { ProviderResponse } from './exchange.js';

/** Longest wait that is obeyed, in milliseconds. If the provider demands a longer one, it is asked again after this. */
const maxWaitMs = 60_000;

/** A 429 as it arrived. The SDK's own error drops the header that says when to come back. */
export class TooManyRequests extends Error {
  readonly status = 429;
  readonly code: number | undefined;
  /** Milliseconds until the provider wants to be asked again; undefined if it doesn't say. */
  readonly retryAfterMs: number | undefined;

  constructor({ body, headers }: ProviderResponse) {
    super('too many requests');
    this.code = codeIn(body);
    const header = headers['retry-after'];
    this.retryAfterMs = retryAfter(Array.isArray(header) ? header[0] : header, Date.now());
  }
}

function codeIn(body: string): number | undefined {
  try {
    const { code } = JSON.parse(body) as { code?: unknown };
    return typeof code === 'number' ? code : undefined;
  } catch {
    return undefined;
  }
}

/** Reads a Retry-After header (RFC 9110 §10.2.3): seconds, or a date. */
export function retryAfter(header: string | undefined, now: number): number | undefined {
  if (header === undefined) return undefined;
  const ms = /^\d+$/.test(header) ? Number(header) * 1000 : Date.parse(header) - now;
  return Number.isNaN(ms) ? undefined : Math.min(Math.max(0, ms), maxWaitMs);
}
