import { neutralTokens } from './colour-tokens.js';
import { contrastFaults, describeFault } from './contrast-pairs.js';
import { tokensOf } from './tokens-of.js';

const red = { accent: '#7a0c1e', accentText: '#ffffff' };
const toldOf = (light: object, dark: object = {}): string[] =>
  contrastFaults(tokensOf({ light: { ...red, ...light }, dark })).map(describeFault);

describe('the contrasts of a look', () => {
  it('are all sufficient in the neutral look', () => {
    expect(contrastFaults(neutralTokens).map(describeFault)).toEqual([]);
  });

  it.each([
    ['a dark accent with bright text', red],
    [
      'a bright accent with dark text and an action',
      { accent: '#ffd200', accentText: '#1a1a1a', action: '#005a9c' },
    ],
    ['a white masthead', { accent: '#ffffff', accentText: '#222222', action: '#8a1538' }],
  ])('are sufficient for %s, with what is made from it', (_what, light) => {
    expect(toldOf(light)).toEqual([]);
  });

  it('take what stands on the accent along into dark mode', () => {
    const { dark } = tokensOf({ light: { ...red, highlight: '#ffd98a' }, dark: { accent: '#4a0712' } });
    expect(dark).toMatchObject({ accent: '#4a0712', onAccent: '#ffffff', highlight: '#ffd98a' });
  });

  it('make a dark link brighter on a dark page, but not one that was given', () => {
    const { dark } = tokensOf({ light: red, dark: {} });
    expect(dark.link).not.toBe(red.accent);
    expect(toldOf({}, { link: '#7a0c1e' })).toEqual([expect.stringMatching(/^colours\.dark\.link: /)]);
  });

  it.each([
    [
      'link',
      { link: '#d9a000' },
      /^colours\.light\.link: #d9a000 with background #ffffff has a contrast of 2\.3\d:1 and needs 4\.5:1; .*panel #eff4f3.*; the nearest colour that passes is #[0-9a-f]{6}$/,
    ],
    [
      'accentText',
      { accentText: '#c04a5a', highlight: '#ffffff', actionText: '#ffffff' },
      /^colours\.light\.accentText: .* with accent #7a0c1e /,
    ],
    ['border', { border: '#cccccc' }, / needs 3:1/],
    ['softText', { softText: '#9a9a9a' }, /^colours\.light\.softText/],
    ['highlight', { highlight: '#8a1c2e' }, / with accent #7a0c1e .* needs 3:1/],
    [
      'action, which is the accent',
      { accent: '#ffd200', accentText: '#1a1a1a' },
      /^colours\.light\.action: #ffd200 with background/,
    ],
    ['focus', { focus: '#555555' }, /the dark ring of the focus .* needs 9:1/],
    [
      'background that the program’s own red can’t be read on',
      { background: '#888888', panel: '#ffffff' },
      /^colours\.light\.background: .*the text of a fault/,
    ],
  ])('name the %s that is too close', (_field, light, told) => {
    expect(toldOf(light)).toContainEqual(expect.stringMatching(told));
  });

  it('are sufficient once the proposed colours are taken', () => {
    const given = {
      link: '#d9a000',
      border: '#cccccc',
      softText: '#9a9a9a',
      focus: '#555555',
      action: '#e06070',
    };
    const all = contrastFaults(tokensOf({ light: { ...red, ...given }, dark: {} }));
    const faults = all.filter(({ mode }) => mode === 'light');
    const taken = Object.fromEntries(faults.map(({ field, nearest }) => [field, nearest]));
    expect(Object.keys(taken).sort()).toEqual(Object.keys(given).sort());
    expect(toldOf({ ...given, ...taken })).toEqual([]);
  });
});
