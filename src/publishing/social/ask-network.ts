import { askSite, NoAnswer, type SiteAnswer } from '../../platform/http/ask-site.js';
import type { Access, Failure } from './network.js';

/** Milliseconds for one request. A try makes at most four within its lease. */
const patience = 12_000;

/** Bytes of an answer. A list of 40 posts has some hundred thousand. */
const most = 2_000_000;

interface Asked extends Pick<Access, 'token' | 'stop'> {
  readonly method: 'GET' | 'POST' | 'PUT';
  readonly url: string;
  readonly form?: Readonly<Record<string, string | undefined>>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly allowedHosts: readonly string[];
}

/** The token is in a header: addresses are in the logs of servers. @throws what `stop` throws */
export async function askNetwork(asked: Asked): Promise<SiteAnswer | Failure> {
  const { method, url, form, token, stop, allowedHosts } = asked;
  try {
    return await askSite({
      ...{ method, url, allowedHosts, patience, most, stop },
      headers: {
        authorization: `Bearer ${token}`,
        accept: 'application/json',
        'user-agent': 'Budkavle/1',
        ...(form ? { 'content-type': 'application/x-www-form-urlencoded' } : {}),
        ...asked.headers,
      },
      ...(form ? { body: encoded(form) } : {}),
    });
  } catch (error) {
    if (!(error instanceof NoAnswer)) throw error;
    // Nothing was asked for that a second request could do twice.
    return { kind: error.wasSent && method === 'POST' ? 'doubt' : 'later', reason: error.reason };
  }
}

const encoded = (form: Readonly<Record<string, string | undefined>>): string =>
  new URLSearchParams(
    Object.entries(form).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  ).toString();

export const isFailure = (answer: SiteAnswer | Failure): answer is Failure => 'kind' in answer;

/** The answer's JSON; undefined if it is none. */
export function jsonOf({ text }: SiteAnswer): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
