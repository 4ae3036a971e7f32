import type { SendOutcome } from '../provider.js';
import { busy, countryRefused, failureOf, permanent, senderStopped } from './twilio-codes.js';

const busyRetryMs = 5000;
const tooFastRetryMs = 1000;

/** Failures before any byte of a request can be written: no name, no connection, no trusted certificate. */
const neverWritten = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'UND_ERR_CONNECT_TIMEOUT',
  'BEGUN_TOO_LATE',
  'CERT_HAS_EXPIRED',
  'CERT_NOT_YET_VALID',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'ERR_TLS_CERT_ALTNAME_INVALID',
]);
/** These errors may also end a connection in use. They prove that nothing was written only while connecting. */
const whileConnecting = new Set(['EHOSTUNREACH', 'ENETUNREACH', 'ETIMEDOUT']);

interface TwilioFault {
  readonly status?: number;
  readonly code?: number | string;
  readonly syscall?: string;
  readonly retryAfterMs?: number;
}

/**
 * The outcome of a create request that threw. Whatever is not proven unsent is in doubt.
 *
 * @param abroad the phone belongs to another country than the municipality
 */
export function outcomeOf(error: unknown, abroad: boolean): SendOutcome {
  const { status, code, syscall, retryAfterMs } = (error ?? {}) as TwilioFault;
  if (status === undefined) {
    const name = typeof code === 'string' ? code : causeCode(error);
    if (
      name !== undefined &&
      (neverWritten.has(name) || (syscall === 'connect' && whileConnecting.has(name)))
    ) {
      return { kind: 'not-sent', reason: 'provider-unreachable', retryAfterMs: busyRetryMs, tooFast: false };
    }
    const timedOut = (error as Error | null)?.name === 'TimeoutError';
    return { kind: 'in-doubt', reason: timedOut ? 'timeout' : (name ?? 'no-answer') };
  }
  if (status >= 500) return { kind: 'in-doubt', reason: `http-${status}` };
  const known = typeof code === 'number' ? code : undefined;
  // Also when it comes as a 429, as the daily cap does: asking again in a second does not help.
  if (known !== undefined && (senderStopped.has(known) || (countryRefused.has(known) && !abroad)))
    return { kind: 'sender-stopped', reason: String(known) };
  if (known !== undefined && countryRefused.has(known))
    return { kind: 'rejected', reason: String(known), failure: 'country-refused' };
  if (status === 429) {
    const hold = retryAfterMs === undefined ? undefined : { holdMs: retryAfterMs };
    const retryMs = Math.max(tooFastRetryMs, retryAfterMs ?? 0);
    return {
      kind: 'not-sent',
      reason: String(known ?? 20429),
      retryAfterMs: retryMs,
      tooFast: true,
      ...hold,
    };
  }
  if (known !== undefined && busy.has(known)) {
    return { kind: 'not-sent', reason: String(known), retryAfterMs: busyRetryMs, tooFast: true };
  }
  if (known !== undefined && permanent.has(known))
    return { kind: 'rejected', reason: String(known), failure: failureOf(known) };
  // The request failed on its way: a proxy gave up waiting, and the server behind it may have the request.
  if (status === 408) return { kind: 'in-doubt', reason: 'http-408' };
  // Any other status than 400 concerns the account or the address, never one phone: continuing would fail for
  // everybody.
  if (status === 401) return { kind: 'sender-stopped', reason: String(known ?? 20003) };
  // Without a Twilio code it may not come from Twilio, but from a proxy that will be repaired.
  if (status !== 400)
    return known === undefined
      ? { kind: 'sender-stopped', reason: `http-${status}`, passing: true }
      : { kind: 'sender-stopped', reason: String(known) };
  return { kind: 'rejected', reason: String(known ?? 'http-400'), unheardOf: true };
}

/** Why a question got no answer: Twilio's code, a status, or how the connection broke. */
export function failedBecause(error: unknown): string {
  const { status, code } = (error ?? {}) as TwilioFault;
  if (status !== undefined) return typeof code === 'number' ? String(code) : `http-${status}`;
  if ((error as Error | null)?.name === 'TimeoutError') return 'timeout';
  return (typeof code === 'string' ? code : causeCode(error)) ?? 'no-answer';
}

function causeCode(error: unknown): string | undefined {
  const cause = (error as { cause?: { code?: unknown } } | null)?.cause?.code;
  return typeof cause === 'string' ? cause : undefined;
}
