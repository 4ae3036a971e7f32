import type { AnswerFault, Fault, OutcomeFault } from './fault-script.js';

/** What the fault script holds in store for one request. */
export interface Fate {
  /** Milliseconds before anything happens. */
  readonly latencyMs: number;
  readonly answer?: AnswerFault;
  readonly outcome?: OutcomeFault;
  readonly receiptBeforeAnswer: boolean;
  readonly receipts: {
    readonly lost: boolean;
    readonly twice: boolean;
    readonly reversed: boolean;
    readonly lateMs: number;
  };
}

/** Nothing out of the ordinary. */
export const PLAIN: Fate = {
  latencyMs: 0,
  receiptBeforeAnswer: false,
  receipts: { lost: false, twice: false, reversed: false, lateMs: 0 },
};

/** Adds a fault. There is one answer and one outcome, the first; delays add up; faults of receipts hold together. */
export function withFault(fate: Fate, fault: Fault): Fate {
  const { receipts } = fate;
  switch (fault.kind) {
    case 'latency':
      return { ...fate, latencyMs: fate.latencyMs + fault.ms };
    case 'callback-lost':
      return { ...fate, receipts: { ...receipts, lost: true } };
    case 'callback-twice':
      return { ...fate, receipts: { ...receipts, twice: true } };
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
      return { ...fate, outcome: fate.outcome ?? fault };
    case 'list-unavailable':
      return fate;
    default:
      return { ...fate, answer: fate.answer ?? fault };
  }
}
