import { Injectable } from '@nestjs/common';
import { Agent, request, type Dispatcher } from 'undici';
import { guardedLookup, requireAllowedHost } from '../../../platform/http/guarded-lookup.js';
import { isPublicAddress } from '../../../platform/http/public-address.js';

/** What a calendar's address answered; `text` is undefined when it is unchanged. */
export interface FetchedCalendar {
  readonly text: string | undefined;
  readonly etag: string | undefined;
}

/** Which servers may be asked. A test has one on its own machine. */
export interface Reachable {
  readonly protocol: 'https:' | 'http:';
  readonly allows: (address: string) => boolean;
}

const mostBytes = 1_000_000;
const patienceMs = 10_000;
const mostRedirects = 3;

/** Fetches a calendar from an address that somebody gave: never from a host of the own network. */
@Injectable()
export class FetchCalendar {
  protected reachable: Reachable = { protocol: 'https:', allows: isPublicAddress };

  /** @throws Error that says why, without the address: who knows it can read the calendar */
  async run(address: string, etag?: string): Promise<FetchedCalendar> {
    const agent = new Agent({ connect: { lookup: guardedLookup(this.reachable.allows) } });
    try {
      return await this.follow(new URL(address), etag, agent, AbortSignal.timeout(patienceMs));
    } finally {
      await agent.destroy();
    }
  }

  private async follow(start: URL, etag: string | undefined, dispatcher: Agent, signal: AbortSignal) {
    let url = start;
    for (let redirects = 0; redirects <= mostRedirects; redirects++) {
      this.requireReachable(url);
      const headers = { accept: 'text/calendar', ...(etag === undefined ? {} : { 'if-none-match': etag }) };
      const answer = await request(url, { dispatcher, signal, headers });
      const { statusCode, body } = answer;
      if (statusCode === 304) return { text: undefined, etag };
      if (statusCode === 200) return { text: await read(body), etag: one(answer.headers['etag']) };
      const to = one(answer.headers['location']);
      if (statusCode < 300 || statusCode > 399 || to === undefined)
        throw new Error(`the server answered ${statusCode}`);
      url = new URL(to, url);
    }
    throw new Error('the server redirects too often');
  }

  private requireReachable(url: URL): void {
    if (url.protocol !== this.reachable.protocol) throw new Error('the address is not https');
    requireAllowedHost(url, this.reachable.allows);
  }
}

async function read(body: Dispatcher.ResponseData['body']): Promise<string> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of body as AsyncIterable<Buffer>) {
    size += part.length;
    if (size > mostBytes) throw new Error('the calendar is larger than 1 MB');
    parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8');
}

const one = (header: string | string[] | undefined): string | undefined =>
  Array.isArray(header) ? header[0] : header;
