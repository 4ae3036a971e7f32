import type { CheckedPoint } from './check-points.js';
import type { PointId } from './points.js';

/** How a point can be met, as the writer says. */
export const waysMet = ['in-text', 'on-page', 'waived'] as const;

/** The writer's word on a point. It counts more than what words tell, and for every language. */
export interface PointAnswer {
  readonly how: (typeof waysMet)[number];
  /** Why a point is waived. */
  readonly reason?: string | undefined;
}

export type PointAnswers = Readonly<Partial<Record<PointId, PointAnswer>>>;

/**
 * `found`: words in the SMS say it. `on-page`: words in the text of its page, or the writer. `in-first`: the alert that
 * this one follows said it.
 */
export const settlements = ['found', ...waysMet, 'in-first', 'open'] as const;

export interface SettledPoint {
  readonly id: PointId;
  readonly requirement: CheckedPoint['requirement'];
  readonly how: (typeof settlements)[number];
  readonly reason?: string;
  /** The languages of the texts that say it, as far as words tell. */
  readonly foundIn: string[];
  /** The languages of the texts that don't. A language that we can't check is only here if we can check none. */
  readonly missingIn: string[];
  /** The languages whose SMS says it and whose own spoken text does not, as far as words tell. Only a hint. */
  readonly unspokenIn: string[];
}

interface CheckedText {
  readonly language: string;
  readonly points: readonly Omit<CheckedPoint, 'requirement'>[];
  /** The points of what a call says, if that is a text of its own. */
  readonly spoken?: readonly Omit<CheckedPoint, 'requirement'>[] | undefined;
  /** The points of its page, if the broadcast is published with a text of its own there. */
  readonly web?: readonly Omit<CheckedPoint, 'requirement'>[] | undefined;
}

/**
 * How each point is met, over the SMS of all languages and the page beside it. What only the spoken text says does not
 * count: most people read. A text in a language without words for the point does not
 * leave it open: a translation can't be checked by its words, and says what the text beside it says. If there is no
 * other text, only the writer can say that the point is met.
 *
 * @param asked the points of the kind of event
 * @param saidBefore the points that the alert said, of which this is an update or a correction
 */
export function settlePoints(
  asked: readonly Pick<CheckedPoint, 'id' | 'requirement'>[],
  texts: readonly CheckedText[],
  answers: PointAnswers,
  saidBefore: ReadonlySet<PointId> = new Set(),
): SettledPoint[] {
  return asked.map(({ id, requirement }) => {
    const looks = texts.flatMap(({ language, points }) =>
      points.filter((point) => point.id === id).map((point) => ({ language, ...point })),
    );
    const recognised = looks.filter((look) => look.recognised);
    const foundIn = recognised.filter(({ found }) => found);
    const saysIn = (language: string, part: 'spoken' | 'web') =>
      texts.find((text) => text.language === language)?.[part]?.find((point) => point.id === id)?.found;
    const lacking = recognised.filter(({ found }) => !found);
    const missingIn =
      recognised.length > 0 ? lacking.filter(({ language }) => !saysIn(language, 'web')) : looks;
    const unspokenIn = foundIn.filter(({ language }) => saysIn(language, 'spoken') === false);
    const isSaid = recognised.length > 0 && missingIn.length === 0;
    const said = lacking.length === 0 ? 'found' : 'on-page';
    const byWords = isSaid ? said : saidBefore.has(id) ? 'in-first' : 'open';
    const { how, reason }: { how: SettledPoint['how']; reason?: string | undefined } = answers[id] ?? {
      how: byWords,
    };
    return {
      id,
      requirement,
      how,
      ...(reason === undefined ? {} : { reason }),
      foundIn: foundIn.map(({ language }) => language),
      missingIn: missingIn.map(({ language }) => language),
      unspokenIn: unspokenIn.map(({ language }) => language),
    };
  });
}
