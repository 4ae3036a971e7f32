import type { SidMint } from './sids.js';
import { rfc2822 } from './twilio-dates.js';

export type MessageStatus =
  'accepted' | 'queued' | 'sent' | 'delivered' | 'undelivered' | 'failed' | 'canceled' | 'received';
export type Direction = 'outbound-api' | 'outbound-reply' | 'inbound';

/** A text as the provider stores it. Times are milliseconds since 1970. */
export class Message {
  status: MessageStatus;
  updatedAt: number;
  sentAt: number | undefined = undefined;
  errorCode: number | undefined = undefined;

  constructor(
    readonly n: number,
    readonly to: string,
    readonly from: string,
    public body: string,
    readonly segments: number,
    readonly direction: Direction,
    readonly createdAt: number,
    readonly service?: string,
    /** URL for receipts. Kept, because the ledger identifies messages by it. */
    readonly statusCallback?: string,
  ) {
    this.status = direction === 'inbound' ? 'received' : service === undefined ? 'queued' : 'accepted';
    this.updatedAt = createdAt;
    if (direction === 'inbound') this.sentAt = createdAt;
  }

  become(status: MessageStatus, now: number): void {
    this.status = status;
    this.updatedAt = now;
    if (status === 'sent') this.sentAt = now;
  }
}

/** A message as Twilio's API shows it. A messaging service chooses the number later, so the first answer has none. */
export function presentMessage(message: Message, mint: SidMint, accountSid: string): object {
  const sid = mint.sid('SM', message.n);
  const uri = `/2010-04-01/Accounts/${accountSid}/Messages/${sid}`;
  return {
    body: message.body,
    num_segments: String(message.segments),
    direction: message.direction,
    from: message.status === 'accepted' ? null : message.from,
    to: message.to,
    date_updated: rfc2822(message.updatedAt),
    price: null,
    error_message: message.errorCode === undefined ? null : (reasons[message.errorCode] ?? 'Unknown error'),
    uri: `${uri}.json`,
    account_sid: accountSid,
    num_media: '0',
    status: message.status,
    messaging_service_sid: message.service ?? null,
    sid,
    date_sent: message.sentAt === undefined ? null : rfc2822(message.sentAt),
    date_created: rfc2822(message.createdAt),
    error_code: message.errorCode ?? null,
    price_unit: 'USD',
    api_version: '2010-04-01',
    subresource_uris: { media: `${uri}/Media.json` },
  };
}

const reasons: Record<number, string> = {
  30001: 'Queue overflow',
  30003: 'Unreachable destination handset',
  30004: 'Message blocked',
  30005: 'Unknown destination handset',
  30006: 'Landline or unreachable carrier',
  30007: 'Message filtered',
  30008: 'Unknown error',
};
