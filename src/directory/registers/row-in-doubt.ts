import { readPhoneNumber, type PhoneNumber } from '../../kernel/phone-number.js';
import { cleanTyped } from '../../kernel/typed-input.js';
import { cleanCell } from '../../platform/tables/clean-cell.js';

/** Longer than any cell with a few numbers; the rest of the text is ignored. */
const longest = 200;

/** What separates two numbers in one cell, or a number from words. */
const parted = [/[^\d +()./-]+/, /[^\d +().-]+/, / (?=[0+(])/, /[^\d +().-]+| (?=[0+(])/];

/**
 * Every number that a cell may mean if it can't be read as one: `070-174 06 40 / 070-174 06 41`, `701740640.0`,
 * `070-174 06 40 (Anna)`. Use it only to leave people out, never to reach them.
 */
export function numbersWithin(written: string, country: string): PhoneNumber[] {
  const text = cleanTyped(written.slice(0, longest));
  const pieces = [text, ...parted.flatMap((between) => text.split(between))];
  return distinct(pieces.map((piece) => readPhoneNumber(withoutDecimal(piece), country)));
}

/** The numbers in a line whose cells can't be told apart: each must be a whole cell. */
export function numbersInLine(line: string, delimiter: string, country: string): PhoneNumber[] {
  const cells = line.split(delimiter).map((cell) => cleanCell(cell.replaceAll('"', '')));
  return distinct(cells.map((cell) => readPhoneNumber(cell, country)));
}

const withoutDecimal = (text: string): string => text.trim().replace(/[.,]0{1,2}$/, '');

const distinct = (numbers: readonly (PhoneNumber | undefined)[]): PhoneNumber[] => [
  ...new Map(numbers.flatMap((number) => (number ? [[number.e164, number] as const] : []))).values(),
];
