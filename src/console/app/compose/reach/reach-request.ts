import { audienceOf, type ComposeForm } from '../form/form.js';

/** What to ask the API to count for a form. */
export interface ReachRequest {
  readonly path: string;
  readonly body: object;
}

/** An extension is counted as it will be sent: who has had the other is left out, which the API sees to. */
export function reachRequest(form: ComposeForm): ReachRequest | undefined {
  const audience = audienceOf(form);
  if (!audience) return undefined;
  return form.follows
    ? { path: `/broadcasts/${form.follows.broadcast}/extension-preview`, body: { audience } }
    : { path: '/audiences/preview', body: { audience, channels: form.channels } };
}
