import { Agent, request } from 'undici';
import { guardedLookup, HostNotAllowed, requireAllowedHost } from './guarded-lookup.js';
import { isPublicAddress } from './public-address.js';

/** A request to somebody else's server. */
export interface SiteRequest {
  readonly method: 'GET' | 'POST' | 'PUT';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  /** Hosts that may be in the own network, and be reached by http. */
  readonly allowedHosts: readonly string[];
  /** Milliseconds for the whole exchange. */
  readonly patience: number;
  /** Bytes of the answer that are read; 0 if nobody reads it. */
  readonly most: number;
  /** Ends the request. */
  readonly stop?: AbortSignal | undefined;
}

export interface SiteAnswer {
  readonly status: number;
  /** A header; undefined if it has none. */
  readonly header: (name: string) => string | undefined;
  readonly text: string;
}

/** Why there was no answer. */
export class NoAnswer extends Error {
  /**
   * @param reason a code such as `ECONNREFUSED`, never the text: that may hold an address
   * @param wasSent whether the server may have got the request
   */
  constructor(
    readonly reason: string,
    readonly wasSent: boolean,
  ) {
    super(reason);
  }
}

/** Failures of the connection itself: not a byte of the request was written. */
const beforeSending = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);

/**
 * One request, which never reaches the own network unless a setting names the host. The address is looked up, checked
 * and then connected to. A redirect is not followed: it would lead the request elsewhere than staff have said.
 *
 * @throws NoAnswer; what `stop` throws
 */
export async function askSite(asked: SiteRequest): Promise<SiteAnswer> {
  const timeout = AbortSignal.timeout(asked.patience);
  const { stop } = asked;
  const url = new URL(asked.url);
  const isNamed = asked.allowedHosts.includes(url.hostname);
  const allows = isNamed ? () => true : isPublicAddress;
  const agent = new Agent({ connect: { lookup: guardedLookup(allows) } });
  try {
    if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isNamed)) throw new HostNotAllowed();
    requireAllowedHost(url, allows);
    const answer = await request(url, {
      dispatcher: agent,
      method: asked.method,
      headers: { ...asked.headers },
      ...(asked.body === undefined ? {} : { body: asked.body }),
      signal: stop ? AbortSignal.any([stop, timeout]) : timeout,
    });
    const text = await readText(answer.body, asked.most);
    const header = (name: string): string | undefined => [answer.headers[name]].flat()[0];
    return { status: answer.statusCode, header, text };
  } catch (error) {
    if (stop?.aborted) throw error;
    throw timeout.aborted ? new NoAnswer('timeout', true) : noAnswer(error);
  } finally {
    await agent.destroy();
  }
}

async function readText(body: Awaited<ReturnType<typeof request>>['body'], most: number): Promise<string> {
  if (most === 0) {
    body.on('error', () => undefined).destroy();
    return '';
  }
  const parts: Buffer[] = [];
  let bytes = 0;
  for await (const part of body as AsyncIterable<Buffer>) {
    bytes += part.length;
    if (bytes > most) {
      body.on('error', () => undefined).destroy();
      throw Object.assign(new Error('too long'), { code: 'answer-too-long' });
    }
    parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8');
}

function noAnswer(error: unknown): NoAnswer {
  if (error instanceof HostNotAllowed) return new NoAnswer('host-not-allowed', false);
  const { code } = error as { code?: unknown };
  const reason = typeof code === 'string' ? code : 'no-connection';
  return new NoAnswer(reason, !beforeSending.has(reason));
}
