import type { Twilio } from 'twilio';
import type { Channel } from '../../../kernel/channel.js';
import type { Config } from '../../../platform/config/config.js';
import { SentList, type ListedMessage } from '../../gap/sent-list.js';
import type { ProviderStatus } from '../provider.js';
import { twilioSdk } from './twilio-sdk.js';
import { callStatus, messageStatus } from './twilio-statuses.js';
import { UndiciClient } from './undici-client.js';

/** Messages per page: Twilio's maximum. */
const pageSize = 1000;

/** A listed message was accepted, even if its status is unknown to us. */
const there: ProviderStatus = { status: 'accepted' };

interface Page<T> {
  readonly instances: readonly T[];
  nextPage(): Promise<Page<T>> | undefined;
}

/**
 * Twilio's lists of the account's messages and calls. It uses connections of its own, so sending never waits for it.
 */
export class TwilioSentList extends SentList {
  private readonly transport: UndiciClient;
  private readonly client: () => Promise<Twilio>;

  constructor(config: Config, url: string) {
    super();
    this.transport = new UndiciClient({
      baseUrl: url,
      timeoutMs: config.get('PROVIDER_TIMEOUT_MS'),
      connections: 1,
    });
    this.client = twilioSdk(config, this.transport);
  }

  async each(
    channel: Channel,
    since: Date,
    take: (page: readonly ListedMessage[]) => Promise<void>,
  ): Promise<string | undefined> {
    const client = await this.client();
    // No date filter: a queued message has no date of sending, and would be missing from the list.
    return channel === 'sms'
      ? read(() => client.messages.page({ pageSize }), messageIn, since, take)
      : read(() => client.calls.page({ pageSize }), callIn, since, take);
  }

  stop(): void {
    this.transport.stopAsking();
  }
}

async function read<T>(
  first: () => Promise<Page<T>>,
  asListed: (one: T) => ListedMessage,
  since: Date,
  take: (page: readonly ListedMessage[]) => Promise<void>,
): Promise<string | undefined> {
  let ask: () => Promise<Page<T>> | undefined = first;
  for (;;) {
    let page: Page<T> | undefined;
    try {
      page = await ask();
    } catch (error) {
      const { code, status, message } = error as { code?: unknown; status?: unknown; message?: unknown };
      return String(code ?? status ?? message);
    }
    if (!page) return undefined;
    const listed: ListedMessage[] = page.instances.map(asListed);
    const recent = listed.filter(({ at }) => at >= since);
    // Sorted newest first, by the time of sending or of creation. So only a page without any recent message is the
    // last.
    if (recent.length === 0) return undefined;
    await take(recent);
    ask = page.nextPage.bind(page);
  }
}

type Listed = Awaited<ReturnType<Twilio['messages']['page']>>['instances'][number];
/** Null if a messaging service has not chosen a sender yet, although the SDK's type does not say so. */
type Message = Omit<Listed, 'from'> & { readonly from: string | null };
type Call = Awaited<ReturnType<Twilio['calls']['page']>>['instances'][number];

/** The direction of messages and calls names the API (`outbound-api`). */
const directionOf = (direction: string): ListedMessage['direction'] =>
  direction === 'outbound-api' ? 'sent' : direction === 'inbound' ? 'received' : 'other';

const messageIn = ({
  sid,
  from,
  to,
  body,
  dateCreated,
  direction,
  status,
  errorCode,
}: Message): ListedMessage => ({
  ...(messageStatus(status, errorCode) ?? there),
  providerRef: sid,
  from: from ?? '',
  to,
  text: body,
  at: dateCreated,
  direction: directionOf(direction),
});

const callIn = ({ sid, from, to, dateCreated, direction, status, answeredBy }: Call): ListedMessage => ({
  ...(callStatus(status, null, answeredBy) ?? there),
  providerRef: sid,
  from,
  to,
  at: dateCreated,
  direction: directionOf(direction),
});
