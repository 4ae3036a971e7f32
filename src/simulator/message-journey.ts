import { takesTexts } from './addresses.js';
import type { Agenda } from './agenda.js';
import type { Fate } from './fate.js';
import type { Handsets } from './handsets.js';
import type { Message } from './message.js';
import type { Receipt } from './receipts.js';
import type { Place } from './sender-queues.js';
import type { SidMint } from './sids.js';
import { type Speed, within } from './speed.js';
import type { StatusCallbacks } from './status-callbacks.js';

const LANDLINE = 30006;
const QUEUE_OVERFLOW = 30001;

/** Takes a message from queued to sent to its end, tells the sender, and shows it at the handset. */
export class MessageJourney {
  constructor(
    private readonly agenda: Agenda,
    private readonly speed: Speed,
    private readonly callbacks: StatusCallbacks,
    private readonly handsets: Handsets,
    private readonly mint: SidMint,
    private readonly accountSid: string,
  ) {}

  /** Begins, in its turn, and settles when the API may answer: normally at once. */
  async begin(message: Message, fate: Fate, { waitMs, full }: Place): Promise<void> {
    this.agenda.after(full ? 0 : waitMs + within(this.speed.sent), () =>
      full ? this.#fail(message, fate, QUEUE_OVERFLOW) : this.#send(message, fate),
    );
    if (fate.receiptBeforeAnswer && message.statusCallback !== undefined)
      await this.callbacks.firstTaken(message);
  }

  #send(message: Message, fate: Fate): void {
    if (message.status === 'canceled') {
      this.#tell(message, fate, true);
      return;
    }
    message.become('sent', Date.now());
    this.#tell(message, fate, false);
    this.#finishLater(message, fate);
  }

  #fail(message: Message, fate: Fate, code: number): void {
    message.errorCode = code;
    message.become('failed', Date.now());
    this.#tell(message, fate, true);
  }

  #finishLater(message: Message, fate: Fate): void {
    this.agenda.after(within(this.speed.delivered), () => {
      const code =
        fate.outcome?.kind === 'undeliverable'
          ? fate.outcome.code
          : takesTexts(message.to)
            ? undefined
            : LANDLINE;
      const now = Date.now();
      message.errorCode = code;
      message.become(code === undefined ? 'delivered' : 'undelivered', now);
      if (code === undefined) {
        const { from, body: text, n } = message;
        this.handsets.receive(message.to, { at: now, kind: 'sms', from, text, n });
      }
      this.#tell(message, fate, true);
    });
  }

  #tell(message: Message, fate: Fate, last: boolean): void {
    const receipt = this.#receipt(message);
    if (receipt) this.callbacks.report(message, receipt, fate, last);
  }

  #receipt(message: Message): Receipt | undefined {
    if (message.statusCallback === undefined) return undefined;
    const sid = this.mint.sid('SM', message.n);
    // Without a spread: what follows one costs a microsecond or two a field, twice for each text.
    const params: Record<string, string> = {
      SmsSid: sid,
      SmsStatus: message.status,
      MessageStatus: message.status,
      To: message.to,
      MessageSid: sid,
      AccountSid: this.accountSid,
      From: message.from,
      ApiVersion: '2010-04-01',
    };
    if (message.errorCode !== undefined) params['ErrorCode'] = String(message.errorCode);
    if (message.service !== undefined) params['MessagingServiceSid'] = message.service;
    return { url: message.statusCallback, params };
  }
}
