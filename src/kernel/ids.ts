import { v7, validate } from 'uuid';

// An import makes an id per row. Random bytes from the system for one id take longer than all the rest of it, and for 256
// ids hardly longer than for one.
const random = new Uint8Array(256 * 16);
let used = random.length;
const rng = (): Uint8Array => {
  if (used === random.length) {
    crypto.getRandomValues(random);
    used = 0;
  }
  return random.subarray(used, (used += 16));
};

/** A time-ordered identifier (UUIDv7, RFC 9562), so that a month is a range of ids. */
export const newId = (at: Date = new Date()): string => v7({ msecs: at.getTime(), rng });

export const isId = (value: string): boolean => validate(value);
