import type { Wording } from '../kernel/refusal.js';

interface Gap {
  readonly name: string;
  readonly example?: Wording | undefined;
}

/**
 * A template's text with the examples in its gaps: about as long as what will be sent. A gap without an example stays.
 *
 * @param language of the text, ISO 639. Examples are in Swedish and, for every other language, in English.
 */
export const fillWithExamples = (text: string, gaps: readonly Gap[], language: string): string =>
  gaps.reduce((filled, { name, example }) => {
    const words = example?.[language === 'sv' ? 'sv' : 'en'].trim();
    return words ? filled.replaceAll(`[${name}]`, () => words) : filled;
  }, text);
