/** The colours of a page for residents. Each is a CSS variable: `onAccent` is `--on-accent`. */
export interface ColourTokens {
  /** The page, and areas that stand out from it. */
  readonly paper: string;
  readonly snow: string;
  readonly ink: string;
  readonly inkSoft: string;
  /** Decoration; borders of inputs; lines above sections. */
  readonly line: string;
  readonly border: string;
  readonly rule: string;
  /** The ground of masthead, hero and footer, also under the pointer, and the texts on it. */
  readonly accent: string;
  readonly accentStrong: string;
  readonly onAccent: string;
  readonly onAccentSoft: string;
  /** What stands out on the accent, and the text on that. */
  readonly highlight: string;
  readonly onHighlight: string;
  /** Decoration on paper: the current page in the menu, the edge of a notice. */
  readonly notice: string;
  readonly action: string;
  readonly actionStrong: string;
  readonly onAction: string;
  readonly link: string;
  /** Faults and successes. They mean the same everywhere, so a brand can't change them. */
  readonly stop: string;
  readonly stopGround: string;
  readonly good: string;
  readonly goodGround: string;
  /** The two rings around what has the focus, the dark one and the bright one. */
  readonly focusInner: string;
  readonly focusOuter: string;
}

/** A look in light and in dark mode. */
export interface BrandTokens {
  readonly light: ColourTokens;
  readonly dark: ColourTokens;
}

export const modes = ['light', 'dark'] as const;
export type Mode = (typeof modes)[number];

const light: ColourTokens = {
  paper: '#ffffff',
  snow: '#eff4f3',
  ink: '#14262c',
  inkSoft: '#475a61',
  line: '#cdd8d8',
  border: '#66797f',
  rule: '#0d3b43',
  accent: '#0d3b43',
  accentStrong: '#092d34',
  onAccent: '#ffffff',
  onAccentSoft: '#c4dcdd',
  highlight: '#f6c85a',
  onHighlight: '#1d2410',
  notice: '#f6c85a',
  action: '#0b5e63',
  actionStrong: '#08474b',
  onAction: '#ffffff',
  link: '#0b5e63',
  stop: '#a3241d',
  stopGround: '#fdf0ee',
  good: '#1c6a42',
  goodGround: '#ebf6ef',
  focusInner: '#14262c',
  focusOuter: '#f6c85a',
};

/** The look without a brand: a deep fjord, and the autumn birch leaf for what is to be noticed. */
export const neutralTokens: BrandTokens = {
  light,
  dark: {
    ...light,
    paper: '#0e191c',
    snow: '#152529',
    ink: '#e8f0ef',
    inkSoft: '#a8bbbe',
    line: '#2b4046',
    border: '#7d9296',
    rule: '#4f9298',
    accent: '#0b2f36',
    accentStrong: '#07232a',
    action: '#7ccfc9',
    actionStrong: '#a5e2dd',
    onAction: '#06282a',
    link: '#86d5cf',
    stop: '#ff9f92',
    stopGround: '#33191a',
    good: '#85d6a6',
    goodGround: '#132b20',
    focusInner: '#0e191c',
  },
};

/** The colours as CSS variables, for light and dark mode; on paper always light. Every page and part for residents takes its colours here. */
export const colourVariables = ({ light, dark }: BrandTokens): string =>
  `:root {\n  color-scheme: light dark;\n${declarations(light)}}\n` +
  `@media screen and (prefers-color-scheme: dark) {\n:root {\n${declarations(dark)}}\n}\n`;

const declarations = (tokens: ColourTokens): string =>
  Object.entries(tokens)
    .map(
      ([name, value]) =>
        `  --${name.replace(/[A-Z]/g, (capital) => `-${capital.toLowerCase()}`)}: ${value};\n`,
    )
    .join('');
