import type { FailureKind } from '../../../deliveries/failure.js';
import type { SendOutcome } from '../../provider.js';

/** What Twilio's REST error codes mean for a delivery (RULES.md "Twilio answers"; the codes' own pages at twilio.com/docs/api/errors). */
const senderStopped = new Set([20003, 21212, 21703, 21705, 30002, 63038]);
/** The sender or the account may not send to the country of the phone. */
const countryRefused = new Set([21408, 30018]);
/** Its queue is full: nothing was taken, later is fine. */
const busy = new Set([20429, 21611, 30001, 30017, 63017, 63018, 22005]);

/** About this one phone or text, and never sent again as it is. */
const permanent = new Set([
  21211, 21214, 21217, 21610, 21612, 21614, 21617, 21635, 30003, 30004, 30005, 30006, 30007, 30008, 30410,
]);

/** What a code means for what was to be sent, whether it comes as a refusal or in a callback. */
const failures: Readonly<Record<FailureKind, readonly number[]>> = {
  // Calls end so by their status, not by a code.
  'not-answered': [],
  landline: [21614, 21635, 30006],
  'out-of-reach': [30003],
  'queue-full': [...busy],
  'sender-refused': [...senderStopped],
  'country-refused': [...countryRefused],
  // 30004 (blocked by the phone or its carrier) is not among them: the number exists, and may take the next one.
  'no-such-number': [21211, 21217, 30005],
  'opted-out': [21610],
};
const meanings = new Map(
  Object.entries(failures).flatMap(([kind, codes]) =>
    codes.map((code) => [code, kind as FailureKind] as const),
  ),
);

/** @returns undefined for a code from which nothing follows but the end */
export const failureOf = (code: number): FailureKind | undefined => meanings.get(code);

const busyRetryMs = 5000;
const tooFastRetryMs = 1000;

/** Failures that come before any byte of a request can be written: no name, no connection, no trust in the other end. */
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
/** These may also end a connection in use: only while connecting do they prove anything. */
const whileConnecting = new Set(['EHOSTUNREACH', 'ENETUNREACH', 'ETIMEDOUT']);

interface TwilioFault {
  readonly status?: number;
  readonly code?: number | string;
  readonly syscall?: string;
}

/**
 * What a create request that threw came to. Whatever is not proven to be unsent is in doubt.
 *
 * @param abroad the phone is of another country than the municipality
 */
export function outcomeOf(error: unknown, abroad: boolean): SendOutcome {
  const { status, code, syscall } = (error ?? {}) as TwilioFault;
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
  // Also when it comes as 429, as the daily cap does: to ask again in a second is no way out of it.
  if (known !== undefined && (senderStopped.has(known) || (countryRefused.has(known) && !abroad)))
    return { kind: 'sender-stopped', reason: String(known) };
  if (known !== undefined && countryRefused.has(known))
    return { kind: 'rejected', reason: String(known), failure: 'country-refused' };
  if (status === 429)
    return { kind: 'not-sent', reason: String(known ?? 20429), retryAfterMs: tooFastRetryMs, tooFast: true };
  if (known !== undefined && busy.has(known)) {
    return { kind: 'not-sent', reason: String(known), retryAfterMs: busyRetryMs, tooFast: true };
  }
  if (known !== undefined && permanent.has(known))
    return { kind: 'rejected', reason: String(known), failure: failureOf(known) };
  // Not the request but its way there: a proxy gave up waiting, and whoever it waited for may have it.
  if (status === 408) return { kind: 'in-doubt', reason: 'http-408' };
  // Whatever else is refused by another status than 400 is about the account or the address, never about one phone:
  // going on would burn through everybody.
  if (status !== 400 || (known !== undefined && senderStopped.has(known))) {
    return { kind: 'sender-stopped', reason: String(known ?? (status === 401 ? 20003 : `http-${status}`)) };
  }
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
