import type { InterfaceLanguage } from '../../../kernel/language.js';
import type { Wording } from '../../../kernel/refusal.js';

export type Values = Readonly<Record<string, string | number>>;

/** A wording in one language, with `{name}` filled in. A name without a value stays visible. */
export const say = (wording: Wording, language: InterfaceLanguage, values: Values = {}): string =>
  wording[language].replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));

/** Words for a number of things: one for 1, one for any other number. */
export interface Counted {
  readonly one: Wording;
  readonly other: Wording;
}

export const countedWording = (n: number, counted: Counted): Wording =>
  n === 1 ? counted.one : counted.other;
