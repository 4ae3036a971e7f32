import { takenBack } from '../../../deliveries/ledger/receipts.repository.js';
import type { ProviderStatus } from '../provider.js';
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

/** @param errorCode Twilio's, when it failed. @returns undefined for a status that Twilio has not documented */
export function messageStatus(
  status: string,
  errorCode?: string | number | null,
): ProviderStatus | undefined {
  const ours = messageStatuses.get(status);
  return ours && { status: ours, ...failureIn(status, errorCode) };
}

/**
 * @param answeredBy who answered, by machine detection. A fax heard nothing, and would hear nothing the next time. A
 *   machine has recorded the message, which is not the same as a person who heard it.
 */
export function callStatus(
  status: string,
  errorCode?: string | number | null,
  answeredBy?: string | null,
): ProviderStatus | undefined {
  const ours = callStatuses.get(status);
  if (!ours) return undefined;
  if (ours === 'delivered' && answeredBy === 'fax') return { status: 'undelivered', reason: 'fax' };
  if (ours === 'delivered' && answeredBy?.startsWith('machine_'))
    return { status: ours, reason: 'answering-machine' };
  // Busy stays busy with any code: that status makes the call be tried again.
  if (ours === 'undelivered') return { status: ours, reason: status, failure: 'not-answered' };
  return { status: ours, ...failureIn(status, errorCode) };
}

function failureIn(
  status: string,
  errorCode: string | number | null | undefined,
): Omit<ProviderStatus, 'status'> {
  if (errorCode) return { reason: String(errorCode), failure: failureOf(Number(errorCode)) };
  return { reason: status === 'canceled' ? takenBack : undefined };
}
