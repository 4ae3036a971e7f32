import type { AnswerFault, Fault, OutcomeFault } from './fault-script.js';

/** The faults that the fault script gives to one request. */
export interface FaultPlan {
  /** Milliseconds before anything happens. */
  readonly latencyMs: number;
  readonly answer?: AnswerFault;
  readonly outcome?: OutcomeFault;
  /** Maximum number of texts accepted from its sender in a day, including this one. */
  readonly dailyCap: number;
  readonly receiptBeforeAnswer: boolean;
  readonly receipts: {
    readonly lost: boolean;
    /** How many times each receipt is posted. */
    readonly times: number;
    readonly reversed: boolean;
    readonly lateMs: number;
  };
}

/** No faults. */
export const noFaults: FaultPlan = {
  latencyMs: 0,
  dailyCap: Infinity,
  receiptBeforeAnswer: false,
  receipts: { lost: false, times: 1, reversed: false, lateMs: 0 },
};

/**
 * Adds a fault. The first answer fault and the first outcome fault win. Delays add up. The lowest daily cap and the
 * highest number of repeats win. Receipt faults combine.
 */
export function withFault(faults: FaultPlan, fault: Fault): FaultPlan {
  const { receipts } = faults;
  switch (fault.kind) {
    case 'latency':
      return { ...faults, latencyMs: faults.latencyMs + fault.ms };
    case 'callback-lost':
      return { ...faults, receipts: { ...receipts, lost: true } };
    case 'callback-twice':
      return { ...faults, receipts: { ...receipts, times: Math.max(receipts.times, 2) } };
    case 'callback-times':
      return { ...faults, receipts: { ...receipts, times: Math.max(receipts.times, fault.times) } };
    case 'callback-reversed':
      return { ...faults, receipts: { ...receipts, reversed: true } };
    case 'callback-late':
      return { ...faults, receipts: { ...receipts, lateMs: receipts.lateMs + fault.ms } };
    case 'callback-before-answer':
      return { ...faults, receiptBeforeAnswer: true };
    case 'undeliverable':
    case 'busy':
    case 'no-answer':
    case 'answering-machine':
    case 'fax':
      return { ...faults, outcome: faults.outcome ?? fault };
    case 'daily-cap':
      return { ...faults, dailyCap: Math.min(faults.dailyCap, fault.perDay) };
    case 'list-unavailable':
      return faults;
    default:
      return { ...faults, answer: faults.answer ?? fault };
  }
}
