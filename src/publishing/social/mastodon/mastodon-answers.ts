import { z } from 'zod';
import type { SiteAnswer } from '../../../platform/http/ask-site.js';
import { retryAfter } from '../../tries/next-wait.js';
import type { Failure } from '../network.js';

export const Account = z.object({ id: z.string(), acct: z.string(), url: z.string() });

/** `content` is HTML. `url` is null for a post that has no page of its own. */
export const Status = z.object({
  id: z.string(),
  url: z.string().nullish(),
  uri: z.string(),
  content: z.string(),
});
export type Status = z.infer<typeof Status>;
export const Statuses = z.array(Status);

export const Instance = z.object({
  configuration: z.object({
    statuses: z.object({
      max_characters: z.int().positive().optional(),
      characters_reserved_per_url: z.int().positive().optional(),
    }),
  }),
});

export const usualLimits = { max_characters: 500, characters_reserved_per_url: 23 };

/**
 * What an answer that is no 200 means. A server error may come after the post was made.
 *
 * @param did whether the request could have made a post
 */
export function failureOf({ status, header }: SiteAnswer, did: 'post' | 'read'): Failure {
  if (status === 401 || status === 403) return { kind: 'token-refused', reason: 'token-refused', status };
  if (status === 429) {
    const now = new Date();
    const wait = retryAfter(header('retry-after') ?? header('x-ratelimit-reset'), now);
    return { kind: 'later', reason: 'too-many', status, wait };
  }
  if (status >= 500 || status === 408)
    return { kind: did === 'post' ? 'doubt' : 'later', reason: 'status', status };
  if (status === 422) return { kind: 'rejected', reason: 'unprocessable', status };
  return { kind: 'rejected', reason: status >= 300 && status < 400 ? 'redirect' : 'status', status };
}
