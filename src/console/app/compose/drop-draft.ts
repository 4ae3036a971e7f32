import { call } from '../api/call.js';
import { read } from '../api/query-client.js';
import type { Broadcast } from '../api/answers.js';

/**
 * Ends the draft that a review has saved, when somebody starts over. Only while it is a draft: a colleague may have submitted
 * it meanwhile, and an alert that is going out is never ended from here.
 */
export async function dropDraft(id: string): Promise<void> {
  try {
    const { state } = await read<Pick<Broadcast, 'state'>>(`/broadcasts/${id}`);
    if (state === 'draft') await call('POST', `/broadcasts/${id}/cancellation`, { body: {} });
  } catch {
    // It stands among the drafts then, for anybody to end.
  }
}
