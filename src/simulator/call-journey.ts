import type { Agenda } from './agenda.js';
import type { CallListening } from './call-listening.js';
import { type Call, type CallEvent, callParams, type CallStatus } from './call.js';
import type { FaultPlan } from './fault-plan.js';
import type { Receipt } from './receipts.js';
import type { Place } from './sender-queues.js';
import type { SidMint } from './sids.js';
import { type Speed, randomBetween } from './speed.js';
import type { StatusCallbacks } from './status-callbacks.js';
import { rfc2822 } from './twilio-dates.js';

/** Takes a call from queued through ringing to its end, and reports the events that the sender asked for. */
export class CallJourney {
  // A call hung up through the API is reported with the faults that it was accepted with.
  readonly #faults = new WeakMap<Call, FaultPlan>();

  constructor(
    private readonly agenda: Agenda,
    private readonly speed: Speed,
    private readonly callbacks: StatusCallbacks,
    private readonly listening: CallListening,
    private readonly mint: SidMint,
    private readonly accountSid: string,
  ) {}

  /** Starts the call when its turn comes. Resolves when the API may answer: normally at once. */
  async begin(call: Call, faults: FaultPlan, { waitMs }: Place): Promise<void> {
    this.#faults.set(call, faults);
    const taken =
      faults.receiptBeforeAnswer && call.statusCallback !== undefined
        ? this.callbacks.firstTaken(call)
        : undefined;
    if (waitMs === 0) this.#dial(call, faults);
    else this.agenda.after(waitMs, () => this.#dial(call, faults));
    await taken;
  }

  /** Ends a call, because the other end hangs up or through the API. Does nothing if it has already ended. */
  end(call: Call, status: CallStatus): void {
    if (call.ended) return;
    call.become(status, Date.now());
    const receipt = this.#receipt(call, 'completed');
    const faults = this.#faults.get(call);
    if (receipt && faults) this.callbacks.report(call, receipt, faults, true);
    this.#faults.delete(call);
  }

  #dial(call: Call, faults: FaultPlan): void {
    if (call.ended) return;
    this.#tell(call, faults, 'initiated');
    this.agenda.after(randomBetween(this.speed.ringing), () => this.#ring(call, faults));
  }

  #ring(call: Call, faults: FaultPlan): void {
    if (call.ended) return;
    call.become('ringing', Date.now());
    this.#tell(call, faults, 'ringing');
    this.agenda.after(randomBetween(this.speed.answered), () => void this.#pickUp(call, faults));
  }

  async #pickUp(call: Call, faults: FaultPlan): Promise<void> {
    if (call.ended) return;
    const { outcome } = faults;
    if (outcome?.kind === 'busy' || outcome?.kind === 'no-answer') {
      this.end(call, outcome.kind);
      return;
    }
    if (outcome?.kind === 'undeliverable') {
      call.errorCode = outcome.code;
      this.end(call, 'failed');
      return;
    }
    const machine = outcome?.kind === 'answering-machine';
    call.answeredBy = answeredBy(call, outcome?.kind);
    call.become('in-progress', Date.now());
    this.#tell(call, faults, 'answered');
    // A fax hears nothing.
    if (outcome?.kind === 'fax') {
      this.end(call, 'completed');
      return;
    }
    await this.listening.listen(call, machine && call.machineDetection !== 'DetectMessageEnd');
    this.agenda.after(randomBetween(this.speed.listening), () => this.end(call, 'completed'));
  }

  #tell(call: Call, faults: FaultPlan, event: CallEvent): void {
    const receipt = this.#receipt(call, event);
    if (receipt) this.callbacks.report(call, receipt, faults, false);
  }

  #receipt(call: Call, event: CallEvent): Receipt | undefined {
    if (call.statusCallback === undefined || !call.events.has(event)) return undefined;
    const status = event === 'initiated' ? 'initiated' : call.status;
    const params = {
      ...callParams(call, this.mint, this.accountSid, status),
      Timestamp: rfc2822(Date.now()),
      CallbackSource: 'call-progress-events',
      SequenceNumber: String(call.sequence++),
      ...(call.errorCode === undefined ? {} : { ErrorCode: String(call.errorCode) }),
      ...(call.ended
        ? { CallDuration: String(call.seconds), Duration: String(Math.ceil(call.seconds / 60)) }
        : {}),
    };
    return { url: call.statusCallback, params };
  }
}

function answeredBy(call: Call, outcome: string | undefined): string | undefined {
  if (call.machineDetection === undefined) return undefined;
  if (outcome === 'fax') return 'fax';
  if (outcome !== 'answering-machine') return 'human';
  return call.machineDetection === 'Enable' ? 'machine_start' : 'machine_end_beep';
}
