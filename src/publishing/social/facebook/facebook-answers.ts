import { z } from 'zod';
import type { SiteAnswer } from '../../../platform/http/ask-site.js';
import { retryAfter } from '../../tries/next-wait.js';
import { jsonOf } from '../ask-network.js';
import type { Failure } from '../network.js';

export const Page = z.object({ id: z.string(), name: z.string(), link: z.string().optional() });

/** Of a post or a comment. */
export const Post = z.object({
  id: z.string(),
  message: z.string().optional(),
  permalink_url: z.string().optional(),
});
export type Post = z.infer<typeof Post>;
export const Posts = z.object({ data: z.array(Post) });

const ErrorAnswer = z.object({
  error: z.object({ code: z.number(), error_subcode: z.number().optional() }),
});

/** Codes of the Graph API: developers.facebook.com/docs/graph-api/guides/error-handling */
const tooMany = new Set([4, 17, 32, 341, 613, 80001]);
/** For breaking the rules of Facebook. It is said to be temporary. */
const blocked = 368;
const duplicate = 506;
const invalidParameter = 100;
const noSuchObject = 33;

const isOfToken = (code: number): boolean =>
  code === 190 || code === 102 || code === 3 || code === 10 || (code >= 200 && code <= 299);

/**
 * What an answer with an error means. Codes 1 and 2 are outages, which may come after the post was made. A duplicate is
 * most likely our own post, so it is looked for.
 *
 * @param did whether the request could have made a post, or a reply
 */
export function failureOf(answer: SiteAnswer, did: 'post' | 'reply' | 'read'): Failure {
  const { status, header } = answer;
  const { code, error_subcode } = ErrorAnswer.safeParse(jsonOf(answer)).data?.error ?? {};
  const unsure: Failure = { kind: did === 'read' ? 'later' : 'doubt', reason: 'status', status };
  if (code === undefined) return status >= 400 && status < 500 ? { ...unsure, kind: 'rejected' } : unsure;
  const reason = `code-${code}`;
  if (isOfToken(code)) return { kind: 'token-refused', reason, status };
  if (tooMany.has(code) || code === blocked)
    return { kind: 'later', reason, status, wait: retryAfter(header('retry-after'), new Date()) };
  if (code === duplicate || code === 1 || code === 2) return { ...unsure, reason };
  if (code === invalidParameter && error_subcode === noSuchObject && did === 'reply')
    return { kind: 'parent-gone', reason, status };
  return { kind: 'rejected', reason, status };
}
