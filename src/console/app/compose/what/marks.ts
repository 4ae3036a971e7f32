import type { ReviewedText } from '../../api/answers.js';

export type Mark = 'long' | 'hard' | 'gap';

/** A piece of a text, with what is wrong with it. */
export interface Piece {
  readonly text: string;
  readonly marks: readonly Mark[];
}

/** Cuts a text where a mark begins or ends. Marks may overlap: a long sentence has hard words. */
export function piecesOf(
  text: string,
  { readability, unfilled }: Pick<ReviewedText, 'readability' | 'unfilled'>,
): Piece[] {
  const spans = [
    ...readability.longSentences.map((span) => ({ ...span, mark: 'long' as const })),
    ...readability.hardWords.map((span) => ({ ...span, mark: 'hard' as const })),
    ...unfilled.filter((span) => span.in === 'sms').map((span) => ({ ...span, mark: 'gap' as const })),
  ];
  const cuts = [...new Set([0, ...spans.flatMap(({ from, to }) => [from, to]), text.length])].sort(
    (a, b) => a - b,
  );
  return cuts.slice(0, -1).map((from, at) => ({
    text: text.slice(from, cuts[at + 1]),
    marks: spans.filter((span) => span.from <= from && from < span.to).map(({ mark }) => mark),
  }));
}
