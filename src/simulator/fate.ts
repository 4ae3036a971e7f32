import type { AnswerFault, Fault, OutcomeFault } from './fault-script.js';

/** What the fault script holds in store for one request. */
export interface Fate {
  /** Milliseconds before anything happens. */
  readonly latencyMs: number;
  readonly answer?: AnswerFault;
  readonly outcome?: OutcomeFault;
  /** The most texts its sender may have had accepted in a day, this one included. */
  readonly dailyCap: number;
  readonly receiptBeforeAnswer: boolean;
  readonly receipts: {
    readonly lost: boolean;
    /** How often each is posted. */
    readonly times: number;
    readonly reversed: boolean;
    readonly lateMs: number;
  };
}

/** Nothing out of the ordinary. */
export const PLAIN: Fate = {
  latencyMs: 0,
  dailyCap: Infinity,
  receiptBeforeAnswer: false,
  receipts: { lost: false, times: 1, reversed: false, lateMs: 0 },
};

/**
 * Adds a fault. There is one answer and one outcome, the first; delays add up; the lowest cap and the highest number of
 * repeats hold; faults of receipts hold together.
 */
export function withFault(fate: Fate, fault: Fault): Fate {
  const { receipts } = fate;
  switch (fault.kind) {
    case 'latency':
      return { ...fate, latencyMs: fate.latencyMs + fault.ms };
    case 'callback-lost':
      return { ...fate, receipts: { ...receipts, lost: true } };
    case 'callback-twice':
      return { ...fate, receipts: { ...receipts, times: Math.max(receipts.times, 2) } };
    case 'callback-times':
      return { ...fate, receipts: { ...receipts, times: Math.max(receipts.times, fault.times) } };
    case 'callback-reversed':
      return { ...fate, receipts: { ...receipts, reversed: true } };
    case 'callback-late':
      return { ...fate, receipts: { ...receipts, lateMs: receipts.lateMs + fault.ms } };
    case 'callback-before-answer':
      return { ...fate, receiptBeforeAnswer: true };
    case 'undeliverable':
    case 'busy':
    case 'no-answer':
    case 'answering-machine':
    case 'fax':
      return { ...fate, outcome: fate.outcome ?? fault };
    case 'daily-cap':
      return { ...fate, dailyCap: Math.min(fate.dailyCap, fault.perDay) };
    case 'list-unavailable':
      return fate;
    default:
      return { ...fate, answer: fate.answer ?? fault };
  }
}
