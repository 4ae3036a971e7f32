import { takesTexts } from './addresses.js';
import type { Agenda } from './agenda.js';
import type { FaultPlan } from './fault-plan.js';
import type { Handsets } from './handsets.js';
import type { Message } from './message.js';
import type { Receipt } from './receipts.js';
import type { Place } from './sender-queues.js';
import type { SidMint } from './sids.js';
import { type Speed, randomBetween } from './speed.js';
import type { StatusCallbacks } from './status-callbacks.js';

const LANDLINE = 30006;
const QUEUE_OVERFLOW = 30001;

/** Takes a message from queued through sent to its final status, reports to the sender, and delivers to the handset. */
export class MessageJourney {
  constructor(
    private readonly agenda: Agenda,
    private readonly speed: Speed,
    private readonly callbacks: StatusCallbacks,
    private readonly handsets: Handsets,
    private readonly mint: SidMint,
    private readonly accountSid: string,
  ) {}

  /** Schedules the message for its turn. Resolves when the API may answer: normally at once. */
  async begin(message: Message, faults: FaultPlan, { waitMs, full }: Place): Promise<void> {
    this.agenda.after(full ? 0 : waitMs + randomBetween(this.speed.sent), () =>
      full ? this.#fail(message, faults, QUEUE_OVERFLOW) : this.#send(message, faults),
    );
    if (faults.receiptBeforeAnswer && message.statusCallback !== undefined)
      await this.callbacks.firstTaken(message);
  }

  #send(message: Message, faults: FaultPlan): void {
    if (message.status === 'canceled') {
      this.#tell(message, faults, true);
      return;
    }
    message.become('sent', Date.now());
    this.#tell(message, faults, false);
    this.#finishLater(message, faults);
  }

  #fail(message: Message, faults: FaultPlan, code: number): void {
    message.errorCode = code;
    message.become('failed', Date.now());
    this.#tell(message, faults, true);
  }

  #finishLater(message: Message, faults: FaultPlan): void {
    this.agenda.after(randomBetween(this.speed.delivered), () => {
      const code =
        faults.outcome?.kind === 'undeliverable'
          ? faults.outcome.code
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
      this.#tell(message, faults, true);
    });
  }

  #tell(message: Message, faults: FaultPlan, last: boolean): void {
    const receipt = this.#receipt(message);
    if (receipt) this.callbacks.report(message, receipt, faults, last);
  }

  #receipt(message: Message): Receipt | undefined {
    if (message.statusCallback === undefined) return undefined;
    const sid = this.mint.sid('SM', message.n);
    // No object spread here: after one, each field costs a microsecond or two, twice for each text.
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
