import { audienceOf, type ComposeForm } from '../form/form.js';

/** The API request that counts a form's audience. */
export interface ReachRequest {
  readonly path: string;
  readonly body: object;
}

/** An extension is counted as it will be sent: the API leaves out those who have had the original. */
export function reachRequest(form: ComposeForm): ReachRequest | undefined {
  const audience = audienceOf(form);
  if (!audience) return undefined;
  return form.follows
    ? { path: `/broadcasts/${form.follows.broadcast}/extension-preview`, body: { audience } }
    : { path: '/audiences/preview', body: { audience, channels: form.channels } };
}
