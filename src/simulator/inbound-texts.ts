import type { Handsets } from './handsets.js';
import { Message } from './message.js';
import type { OptOuts } from './opt-outs.js';
import type { ResourceLog } from './resource-log.js';
import { segmentCount } from './segments.js';
import type { SidMint } from './sids.js';
import { textReplies } from './twiml.js';
import type { Webhooks } from './webhooks.js';

interface Surroundings {
  readonly webhooks: Webhooks;
  readonly handsets: Handsets;
  readonly messages: ResourceLog<Message>;
  readonly optOuts: OptOuts;
  readonly mint: SidMint;
  readonly accountSid: string;
  readonly url: string | undefined;
}

/** The result of a text from a handset. */
export interface InboundResult {
  readonly sid: string;
  /** The HTTP status of the sender's answer; null if the sender could not be reached, or if no URL is set. */
  readonly status: number | null;
  /** The reply texts in the answer's TwiML. */
  readonly replies: readonly string[];
}

/** Texts from a handset to one of the sender's numbers. */
export class InboundTexts {
  constructor(private readonly around: Surroundings) {}

  /** Posts the text to the sender's URL, and delivers the replies in its answer to the handset. */
  async send(handset: string, to: string, text: string): Promise<InboundResult> {
    const { messages, mint, accountSid, handsets, optOuts, webhooks, url } = this.around;
    const now = Date.now();
    const parts = segmentCount(text);
    const inbound = messages.add(new Message(messages.next, to, handset, text, parts, 'inbound', now));
    const sid = mint.sid('SM', inbound.n);
    handsets.write(handset, { at: now, to, text });
    optOuts.heed(handset, to, text);
    if (url === undefined) return { sid, status: null, replies: [] };
    const answer = await webhooks.post(url, {
      ToCountry: handset.startsWith('+46') ? 'SE' : '',
      SmsMessageSid: sid,
      NumMedia: '0',
      SmsSid: sid,
      SmsStatus: 'received',
      Body: text,
      To: to,
      NumSegments: String(parts),
      MessageSid: sid,
      AccountSid: accountSid,
      From: handset,
      ApiVersion: '2010-04-01',
    });
    const replies = textReplies(answer.body);
    // A reply to STOP is delivered too: it replaces the confirmation that a real provider sends itself.
    for (const reply of replies) this.#show(handset, to, reply);
    return { sid, status: answer.status ?? null, replies };
  }

  #show(handset: string, from: string, text: string): void {
    const { messages, handsets } = this.around;
    const now = Date.now();
    const reply = messages.add(
      new Message(messages.next, handset, from, text, segmentCount(text), 'outbound-reply', now),
    );
    reply.become('sent', now);
    reply.become('delivered', now);
    handsets.receive(handset, { at: now, kind: 'sms', from, text, n: reply.n });
  }
}
