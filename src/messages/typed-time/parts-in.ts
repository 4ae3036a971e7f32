import { clockWords, meridiemWords } from './clock-words.js';
import { dayWords } from './day-words.js';
import { distanceWords } from './distance-words.js';
import type { TimeParts, TimeWord } from './time-parts.js';

const between = /(?:[ ,.]|(?:på|den|on|of|the) )+/uy;

const anyWord: readonly TimeWord[] = [...distanceWords, ...dayWords, ...clockWords];

export interface SaidParts {
  readonly parts: TimeParts;
  /** In "8-12 fredag" the day is behind, so it is the day of both. */
  readonly startsWithClock: boolean;
}

/**
 * What a text says of one moment; undefined when a word of it is not known, or two say different things. A text that is
 * half understood is not understood.
 */
export function partsIn(text: string): SaidParts | undefined {
  let parts: TimeParts = {};
  let startsWithClock: boolean | undefined;
  let at = 0;
  let words = anyWord;
  while (at < text.length) {
    between.lastIndex = at;
    const gap = between.exec(text);
    if (gap) {
      at += gap[0].length;
      continue;
    }
    const next = firstAt(text, at, words);
    if (!next) return undefined;
    const merged = merge(parts, next.says);
    if (!merged) return undefined;
    parts = merged;
    startsWithClock ??= next.says.clock !== undefined;
    at = next.end;
    words = next.says.clock ? [...meridiemWords, ...anyWord] : anyWord;
  }
  return startsWithClock === undefined ? undefined : { parts, startsWithClock };
}

function firstAt(text: string, at: number, words: readonly TimeWord[]) {
  for (const { pattern, says } of words) {
    pattern.lastIndex = at;
    const found = pattern.exec(text);
    const parts = found && says(found);
    if (parts) return { says: parts, end: at + found[0].length };
  }
  return undefined;
}

function merge(before: TimeParts, more: TimeParts): TimeParts | undefined {
  const keys = Object.keys(more) as (keyof TimeParts)[];
  const differs = keys.some(
    (key) => before[key] !== undefined && JSON.stringify(before[key]) !== JSON.stringify(more[key]),
  );
  return differs ? undefined : { ...before, ...more };
}
