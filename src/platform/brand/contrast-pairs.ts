import { contrastOf, nearestPassing } from './contrast.js';
import { modes, type BrandTokens, type ColourTokens, type Mode } from './colour-tokens.js';

type Token = keyof ColourTokens;

/** The contrasts that WCAG 2.2 AA requires (1.4.3 and 1.4.11), and what makes a ring of two colours visible (C40). */
const least = { text: 4.5, part: 3, ring: 9 } as const;

interface Pair {
  readonly colour: Token;
  readonly ground: Token | 'white';
  readonly as: keyof typeof least;
}

const pairsOf = (as: Pair['as'], rows: Partial<Record<Token, readonly Pair['ground'][]>>): Pair[] =>
  Object.entries(rows).flatMap(([colour, grounds]) =>
    grounds.map((ground) => ({ colour: colour as Token, ground, as })),
  );

/** Every pair of colours that the pages and the prints use. White is the paper of a print. */
const pairs: readonly Pair[] = [
  ...pairsOf('text', {
    ink: ['paper', 'snow', 'goodGround'],
    inkSoft: ['paper', 'snow'],
    link: ['paper', 'snow'],
    action: ['paper', 'snow'],
    onAction: ['action', 'actionStrong'],
    onAccent: ['accent', 'accentStrong'],
    onAccentSoft: ['accent'],
    onHighlight: ['highlight'],
    stop: ['paper', 'stopGround'],
  }),
  ...pairsOf('part', {
    border: ['paper', 'snow'],
    highlight: ['accent'],
    good: ['paper', 'goodGround'],
  }),
  // With 9:1 between the rings, one of them has 3:1 to any background.
  ...pairsOf('ring', { focusOuter: ['focusInner'] }),
];

/** A print is always on white. */
const printed: readonly Pair[] = pairsOf('text', { action: ['white'] });

/** The field of the brand file that sets a colour. What has none is made from others or belongs to the program. */
export const colourFields = {
  paper: 'background',
  snow: 'panel',
  ink: 'text',
  inkSoft: 'softText',
  line: 'line',
  border: 'border',
  accent: 'accent',
  onAccent: 'accentText',
  onAccentSoft: 'accentText',
  highlight: 'highlight',
  onHighlight: 'highlightText',
  action: 'action',
  onAction: 'actionText',
  link: 'link',
  focusOuter: 'focus',
} as const satisfies Partial<Record<Token, string>>;

type ColourField = (typeof colourFields)[keyof typeof colourFields];

export interface ContrastFault {
  readonly mode: Mode;
  readonly field: ColourField;
  readonly colour: string;
  /** The nearest colour with which the field passes everywhere; undefined if there is none. */
  readonly nearest: string | undefined;
  readonly failed: readonly {
    readonly other: string;
    readonly hex: string;
    readonly ratio: number;
    readonly least: number;
  }[];
}

export const pairCount = pairs.length * modes.length + printed.length;

/** Each colour that is too close to another one that it is used with. */
export const contrastFaults = (tokens: BrandTokens): ContrastFault[] =>
  modes.flatMap((mode) => faultsIn(mode, tokens[mode], mode === 'light' ? [...pairs, ...printed] : pairs));

function faultsIn(mode: Mode, tokens: ColourTokens, used: readonly Pair[]): ContrastFault[] {
  const isSettable = (token: string): token is keyof typeof colourFields => token in colourFields;
  const hexOf = (token: Token | 'white') => (token === 'white' ? '#ffffff' : tokens[token]);
  // The text is to be changed, unless it is a colour of the program.
  const blamed = used.map((pair) => {
    const [own, other] = isSettable(pair.colour) ? [pair.colour, pair.ground] : [pair.ground, pair.colour];
    return { own, other, least: least[pair.as] };
  });
  return [...new Set(Object.values(colourFields))].flatMap((field) => {
    const mine = blamed.filter(({ own }) => isSettable(own) && colourFields[own] === field);
    const failed = mine
      .map(({ own, other, least }) => ({ own, other, hex: hexOf(other), least }))
      .map((pair) => ({ ...pair, ratio: contrastOf(hexOf(pair.own), pair.hex) }))
      .filter(({ ratio, least }) => ratio < least);
    if (!failed[0]) return [];
    const colour = hexOf(failed[0].own);
    const nearest = nearestPassing(colour, (moved) =>
      mine.every(({ other, least }) => contrastOf(moved, hexOf(other)) >= least),
    );
    return [
      {
        mode,
        field,
        colour,
        nearest,
        failed: failed.map(({ own: _own, other, ...rest }) => ({ ...rest, other: nameOf(other) })),
      },
    ];
  });
}

/** What the other colour is called in the brand file, or in words. */
const nameOf = (token: Token | 'white'): string =>
  token in colourFields ? colourFields[token as keyof typeof colourFields] : (words[token] ?? token);

const words: Partial<Record<Token | 'white', string>> = {
  white: 'the paper of a print',
  stop: 'the text of a fault',
  stopGround: 'the ground of a fault',
  good: 'the mark of a success',
  goodGround: 'the ground of a success',
  accentStrong: 'accent under the pointer',
  actionStrong: 'action under the pointer',
  focusInner: 'the dark ring of the focus',
};

/** For the operator: the two colours, the ratio, what is required, and what would pass. */
export function describeFault({ mode, field, colour, nearest, failed }: ContrastFault): string {
  // Rounded down, so that 4.499 is not written as the 4.5 that it lacks.
  const ratios = failed.map(
    ({ other, hex, ratio, least }) =>
      `${colour} with ${other} ${hex} has a contrast of ${(Math.floor(ratio * 100) / 100).toFixed(2)}:1 and needs ${least}:1`,
  );
  const way = nearest
    ? `the nearest colour that passes is ${nearest}`
    : 'no lightness of this colour passes: change the other colour';
  return `colours.${mode}.${field}: ${ratios.join('; ')}; ${way}`;
}
