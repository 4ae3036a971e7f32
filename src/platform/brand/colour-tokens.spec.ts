import { colourVariables, neutralTokens } from './colour-tokens.js';

describe('the colours of a page', () => {
  it('are dark only on a screen: a print on white paper could not be read', () => {
    const dark = /@media ([^{]*) \{\n:root \{\n[^}]*--paper: #0e191c/u.exec(colourVariables(neutralTokens));
    expect(dark?.[1]).toBe('screen and (prefers-color-scheme: dark)');
  });
});
