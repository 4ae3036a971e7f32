import { call } from '../api/call.js';
import { read } from '../api/query-client.js';
import type { Broadcast } from '../api/answers.js';

/**
 * Cancels the draft that the review step saved, when the user starts over. Only while it is a draft: a colleague may
 * have submitted it meanwhile, and an alert that is being sent is never cancelled from here.
 */
export async function dropDraft(id: string): Promise<void> {
  try {
    const { state } = await read<Pick<Broadcast, 'state'>>(`/broadcasts/${id}`);
    if (state === 'draft') await call('POST', `/broadcasts/${id}/cancellation`, { body: {} });
  } catch {
    // Then it stays in the list of drafts, where anybody can cancel it.
  }
}
