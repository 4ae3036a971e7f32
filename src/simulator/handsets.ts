import type { Ledger, Received } from './ledger.js';
import type { SidMint } from './sids.js';
import { interned } from './texts.js';

/** A text that the phone's owner wrote. */
export interface Written {
  readonly at: number;
  readonly to: string;
  readonly text: string;
}

/** A phone. Both lists are only appended to. */
export interface Handset {
  readonly e164: string;
  received: readonly Received[];
  written: readonly Written[];
}

const NOTHING: readonly never[] = [];
const RECENT = 200;

/** All simulated phones and what each received, in order. A phone is created when the first message reaches it. */
export class Handsets {
  readonly #byNumber = new Map<string, Handset>();
  readonly #recent = new Map<string, Handset>();
  readonly #repeated = new Set<Handset>();
  #receiving = 0;

  constructor(private readonly ledger: Ledger) {}

  /** Number of phones that received something. */
  get receiving(): number {
    return this.#receiving;
  }

  /**
   * Number of phones reached by more than one message or call. Text heard after a key press is part of the same call.
   */
  get moreThanOnce(): number {
    return this.#repeated.size;
  }

  get count(): number {
    return this.#byNumber.size;
  }

  /** The phone with this number. A phone that has received nothing is returned as empty. */
  get(e164: string): Handset {
    return this.#byNumber.get(e164) ?? { e164, received: NOTHING, written: NOTHING };
  }

  all(): Iterable<Handset> {
    return this.#byNumber.values();
  }

  receive(e164: string, entry: Received): void {
    const handset = this.#active(e164);
    const own = { ...entry, from: interned(entry.from), text: interned(entry.text) };
    this.ledger.receive(own);
    // An array of one element takes the least memory, and most phones receive one message.
    if (handset.received.length === 0) {
      handset.received = [own];
      this.#receiving += 1;
      return;
    }
    const first = handset.received[0]!;
    if (first.n !== own.n || first.kind !== own.kind) this.#repeated.add(handset);
    (handset.received as Received[]).push(own);
  }

  write(e164: string, text: Written): void {
    const handset = this.#active(e164);
    handset.written = [...handset.written, text];
  }

  /** The phones with the latest activity, latest first, at most 200. */
  latest(): Handset[] {
    return [...this.#recent.values()].reverse();
  }

  /**
   * At most `most` phones whose number contains the typed digits. Spaces and dashes are ignored. A leading 0 may mean
   * Sweden.
   */
  find(typed: string, most = RECENT): Handset[] {
    const digits = typed.replace(/[^\d+]/g, '').replace(/^00/, '+');
    if (digits === '') return [];
    const swedish = digits.startsWith('0') ? `+46${digits.slice(1)}` : digits;
    const found: Handset[] = [];
    for (const handset of this.#byNumber.values()) {
      if (handset.e164.includes(digits) || handset.e164.startsWith(swedish)) found.push(handset);
      if (found.length === most) break;
    }
    return found;
  }

  #active(e164: string): Handset {
    let handset = this.#byNumber.get(e164);
    if (!handset) {
      handset = { e164, received: NOTHING, written: NOTHING };
      this.#byNumber.set(e164, handset);
    }
    this.#recent.delete(handset.e164);
    this.#recent.set(handset.e164, handset);
    if (this.#recent.size > RECENT) this.#recent.delete(this.#recent.keys().next().value!);
    return handset;
  }
}

/** A phone as JSON: `{e164, received: [{at, kind, from, text, sid}]}`, `at` in ISO 8601. */
export function presentHandset(handset: Handset, mint: SidMint): object {
  return {
    e164: handset.e164,
    received: handset.received.map(({ at, kind, from, text, n }) => ({
      at: new Date(at).toISOString(),
      kind,
      from,
      text,
      sid: mint.sid(kind === 'sms' ? 'SM' : 'CA', n),
    })),
  };
}
