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

/** What became of a text from a handset. */
export interface InboundResult {
  readonly sid: string;
  /** The HTTP status the sender's address answered with, null when it could not be reached or there is none. */
  readonly status: number | null;
  /** The texts that came back at once, as TwiML. */
  readonly replies: readonly string[];
}

/** Texts from a handset to one of the sender's numbers. */
export class InboundTexts {
  constructor(private readonly around: Surroundings) {}

  /** Posts the text to the sender's address, and shows at the handset what the answer sends back. */
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
    // Also the answer to STOP is shown: it stands for the confirmation a provider sends by itself.
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
