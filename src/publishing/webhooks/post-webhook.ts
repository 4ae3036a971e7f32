import { Injectable } from '@nestjs/common';
import { DomainError } from '../../kernel/refusal.js';
import { Config } from '../../platform/config/config.js';
import { askSite, NoAnswer } from '../../platform/http/ask-site.js';
import { retryAfter } from '../tries/next-wait.js';
import { requireAddress } from './endpoint.js';

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

  constructor(private readonly config: Config) {}

  /** @param stop ends the request @throws what `stop` throws */
  async run(
    address: string,
    headers: Readonly<Record<string, string>>,
    body: string,
    stop: AbortSignal,
  ): Promise<Posted> {
    const allowedHosts = this.config.get('WEBHOOK_ALLOWED_HOSTS');
    try {
      // The settings may have changed since it was saved.
      requireAddress(address, allowedHosts);
      const answer = await askSite({
        method: 'POST',
        url: address,
        headers: { ...headers, 'content-type': 'application/json', 'user-agent': 'Budkavle-Webhooks/1' },
        body,
        allowedHosts,
        patience: this.patience,
        // Nobody reads what it says, however much it is.
        most: 0,
        stop,
      });
      return outcomeOf(answer.status, answer.header('retry-after'));
    } catch (error) {
      if (error instanceof DomainError) return { kind: 'failed', reason: 'host-not-allowed' };
      if (error instanceof NoAnswer) return { kind: 'failed', reason: error.reason };
      throw error;
    }
  }
}

function outcomeOf(status: number, asked: string | undefined): Posted {
  if (status >= 200 && status < 300) return { kind: 'delivered', status };
  if (status === 410) return { kind: 'gone', status };
  const wait = retryAfter(asked, new Date());
  return { kind: 'failed', status, reason: status >= 300 && status < 400 ? 'redirect' : 'status', wait };
}
