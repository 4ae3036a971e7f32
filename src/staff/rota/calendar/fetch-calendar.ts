import { lookup as resolve } from 'node:dns';
import { isIP, type LookupFunction } from 'node:net';
import { Injectable } from '@nestjs/common';
import { Agent, request, type Dispatcher } from 'undici';
import { isPublicAddress } from './public-address.js';

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
    const agent = new Agent({ connect: { lookup: this.lookUp } });
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

  /** A host that is an IP address is not looked up, so it is checked here. */
  private requireReachable(url: URL): void {
    if (url.protocol !== this.reachable.protocol) throw new Error('the address is not https');
    const host = url.hostname.replace(/^\[|\]$/g, '');
    if (isIP(host) && !this.reachable.allows(host)) throw new NotPublic();
  }

  /** Gives the connection only addresses that were checked, so that a second answer of the DNS can't change them. */
  private readonly lookUp: LookupFunction = (host, options, done) => {
    resolve(host, { ...options, all: true }, (error, found) => {
      if (error) done(error, '');
      else if (!found.every(({ address }) => this.reachable.allows(address))) done(new NotPublic(), '');
      else if (options.all) done(null, found);
      else done(null, found[0]!.address, found[0]!.family);
    });
  };
}

class NotPublic extends Error {
  override readonly message = 'the host is not on the public internet';
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
