import type { Prng } from './prng.js';

/** One area code. Here mobiles and landlines have different exchanges, which is not so in reality. */
const areaCode = '201';
const lines = 10_000;

const exchanges = (from: number, to: number): number[] =>
  Array.from({ length: to - from + 1 }, (_, at) => from + at)
    // 211, 311 … are services, and 555 is reserved for fiction.
    .filter((exchange) => exchange % 100 !== 11 && exchange !== 555);

const mobileExchanges = exchanges(200, 599);
const landlineExchanges = exchanges(600, 999);

/**
 * Numbers that look North American, scattered and each given only once. In North America a number doesn't tell whether
 * it is a mobile, so its kind must be stored with it. It must also be marked as generated, since it may belong to
 * somebody.
 */
export class NorthAmericanNumbers {
  #mobiles = 0;
  #landlines = 0;
  readonly #start: number;

  constructor(prng: Prng) {
    this.#start = prng.whole(0, lines - 1);
  }

  /** E.164 */
  mobile(): string {
    return this.#numberIn(mobileExchanges, this.#mobiles++);
  }

  /** E.164 */
  landline(): string {
    return this.#numberIn(landlineExchanges, this.#landlines++);
  }

  #numberIn(from: readonly number[], at: number): string {
    const turn = Math.floor(at / from.length);
    if (turn >= lines) throw new RangeError('no numbers left');
    // The step and the number of lines have no common factor, so each line comes once per exchange.
    const line = (this.#start + turn * 6_181) % lines;
    return `+1${areaCode}${from[at % from.length]}${String(line).padStart(4, '0')}`;
  }
}
