import { Injectable } from '@nestjs/common';
import { Agent, request } from 'undici';
import { DomainError } from '../../kernel/refusal.js';
import { Config } from '../../platform/config/config.js';
import { guardedLookup, HostNotAllowed, requireAllowedHost } from '../../platform/http/guarded-lookup.js';
import { isPublicAddress } from '../../platform/http/public-address.js';
import { requireAddress } from './endpoint.js';
import { retryAfter } from './retries.js';

/** What an endpoint answered. `reason` is a short word for the log. */
export type Posted =
  | { readonly kind: 'delivered'; readonly status: number }
  | { readonly kind: 'gone'; readonly status: number }
  | {
      readonly kind: 'failed';
      readonly status?: number;
      readonly reason: string;
      /** Milliseconds that the endpoint asks to wait. */
      readonly wait?: number | undefined;
    };

/** Milliseconds for the whole exchange. */
const patience = 15_000;

/** One request to an endpoint. It never reaches the own network, unless a setting names the host. */
@Injectable()
export class PostWebhook {
  protected patience = patience;
  /** Whether a host that no setting names may have this IP address. */
  protected allows: (address: string) => boolean = isPublicAddress;

  constructor(private readonly config: Config) {}

  /** @param stop ends the request @throws what `stop` throws */
  async run(
    address: string,
    headers: Readonly<Record<string, string>>,
    body: string,
    stop: AbortSignal,
  ): Promise<Posted> {
    const timeout = AbortSignal.timeout(this.patience);
    const url = new URL(address);
    const hosts = this.config.get('WEBHOOK_ALLOWED_HOSTS');
    const allows = hosts.includes(url.hostname) ? () => true : this.allows;
    const agent = new Agent({ connect: { lookup: guardedLookup(allows) } });
    try {
      // The settings may have changed since it was saved.
      requireAddress(address, hosts);
      requireAllowedHost(url, allows);
      const answer = await request(url, {
        dispatcher: agent,
        method: 'POST',
        headers: { ...headers, 'content-type': 'application/json', 'user-agent': 'Budkavle-Webhooks/1' },
        body,
        signal: AbortSignal.any([stop, timeout]),
      });
      // Nobody reads what it says, however much it is.
      answer.body.on('error', () => undefined).destroy();
      return outcomeOf(answer.statusCode, one(answer.headers['retry-after']));
    } catch (error) {
      if (stop.aborted) throw error;
      return { kind: 'failed', reason: timeout.aborted ? 'timeout' : reasonOf(error) };
    } finally {
      await agent.destroy();
    }
  }
}

function outcomeOf(status: number, asked: string | undefined): Posted {
  if (status >= 200 && status < 300) return { kind: 'delivered', status };
  if (status === 410) return { kind: 'gone', status };
  const wait = retryAfter(asked, new Date());
  // A redirect is not followed: it would lead a message elsewhere than staff have said.
  return { kind: 'failed', status, reason: status >= 300 && status < 400 ? 'redirect' : 'status', wait };
}

/** A code such as `ECONNREFUSED`, never the text: it may hold the address. */
function reasonOf(error: unknown): string {
  if (error instanceof HostNotAllowed || error instanceof DomainError) return 'host-not-allowed';
  const { code } = error as { code?: unknown };
  return typeof code === 'string' ? code : 'no-connection';
}

const one = (header: string | string[] | undefined): string | undefined =>
  Array.isArray(header) ? header[0] : header;
