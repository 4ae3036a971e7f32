import type { BrandColours } from './brand-file.js';
import { neutralTokens, type BrandTokens, type ColourTokens, type Mode } from './colour-tokens.js';
import { contrastOf, nearestPassing, strongerThan } from './contrast.js';

type Given = BrandColours['light'];

/** All tokens from the colours that the brand file gives. What it leaves out is made from the others, or neutral. */
export function tokensOf({ light, dark }: BrandColours): BrandTokens {
  const made = lookOf('light', light, { action: light.action ?? light.accent, link: light.link });
  const neutral = neutralTokens.dark;
  const grounds = [dark.background ?? neutral.paper, dark.panel ?? neutral.snow];
  // On a dark page a dark colour of the brand becomes as much brighter as it must.
  const readable = (colour: string): string =>
    nearestPassing(colour, (moved) => grounds.every((ground) => contrastOf(moved, ground) >= 4.5)) ?? colour;
  // What stands on the accent goes with it.
  const { accent, accentText, highlight, highlightText, focus } = light;
  const onAccent = { accent, accentText, highlight, highlightText, focus };
  return {
    light: made,
    dark: lookOf(
      'dark',
      { ...onAccent, ...dark },
      { action: dark.action ?? readable(made.action), link: dark.link ?? readable(made.link) },
    ),
  };
}

function lookOf(
  mode: Mode,
  given: Given,
  { action, link = action }: { action: string; link?: string },
): ColourTokens {
  const neutral = neutralTokens[mode];
  const { accent, accentText, highlight = accentText } = given;
  const paper = given.background ?? neutral.paper;
  const ink = given.text ?? neutral.ink;
  const onAction = given.actionText ?? firstReadable(action, [accentText, paper, ink]);
  return {
    paper,
    snow: given.panel ?? neutral.snow,
    ink,
    inkSoft: given.softText ?? neutral.inkSoft,
    line: given.line ?? neutral.line,
    border: given.border ?? neutral.border,
    rule: action,
    accent,
    accentStrong: strongerThan(accent, accentText),
    onAccent: accentText,
    onAccentSoft: accentText,
    highlight,
    onHighlight: given.highlightText ?? firstReadable(highlight, [accent, ink, paper]),
    notice: action,
    action,
    actionStrong: strongerThan(action, onAction),
    onAction,
    link,
    stop: neutral.stop,
    stopGround: neutral.stopGround,
    good: neutral.good,
    goodGround: neutral.goodGround,
    focusInner: mode === 'light' ? ink : paper,
    focusOuter: given.focus ?? neutral.focusOuter,
  };
}

/** The first colour that can be read on the ground; the first of all if none can, and the check then names it. */
const firstReadable = (ground: string, colours: readonly [string, ...string[]]): string =>
  colours.find((colour) => contrastOf(colour, ground) >= 4.5) ?? colours[0];
