import type { ProviderStatus } from '../../provider.js';
import { failureOf } from './twilio-codes.js';

const messageStatuses = new Map<string, ProviderStatus['status']>([
  ['accepted', 'accepted'],
  ['scheduled', 'accepted'],
  ['queued', 'accepted'],
  ['sending', 'accepted'],
  ['sent', 'sent'],
  ['delivered', 'delivered'],
  ['read', 'delivered'],
  ['undelivered', 'undelivered'],
  ['failed', 'failed'],
  ['canceled', 'failed'],
]);

const callStatuses = new Map<string, ProviderStatus['status']>([
  ['queued', 'accepted'],
  ['initiated', 'accepted'],
  ['ringing', 'accepted'],
  ['in-progress', 'sent'],
  ['answered', 'sent'],
  ['completed', 'delivered'],
  ['busy', 'undelivered'],
  ['no-answer', 'undelivered'],
  ['failed', 'failed'],
  ['canceled', 'failed'],
]);

/** @param errorCode Twilio's, when it failed. @returns undefined for a status Twilio has not documented */
export function messageStatus(
  status: string,
  errorCode?: string | number | null,
): ProviderStatus | undefined {
  const ours = messageStatuses.get(status);
  return ours && { status: ours, ...failureIn(status, errorCode) };
}

export function callStatus(status: string, errorCode?: string | number | null): ProviderStatus | undefined {
  const ours = callStatuses.get(status);
  if (!ours) return undefined;
  // Busy stays busy whatever code comes with it: the call is tried again for it.
  if (ours === 'undelivered') return { status: ours, reason: status, failure: 'not-answered' };
  return { status: ours, ...failureIn(status, errorCode) };
}

function failureIn(
  status: string,
  errorCode: string | number | null | undefined,
): Omit<ProviderStatus, 'status'> {
  if (errorCode) return { reason: String(errorCode), failure: failureOf(Number(errorCode)) };
  return { reason: status === 'canceled' ? status : undefined };
}
