import { readFileSync } from 'node:fs';
import { Brand } from '../../platform/brand/brand.js';
import { neutralTokens } from '../../platform/brand/colour-tokens.js';
import { tokensOf } from '../../platform/brand/tokens-of.js';
import { withLook } from './widget-look.js';

const style = readFileSync('src/site/widget/element/style.ts', 'utf8');

describe('the look of the widget', () => {
  it('is its own without colours of a brand', () => {
    expect(withLook(style, Brand.neutral().parts)).toBe(style);
  });

  it('has the colours of the brand behind those of the host page, dark only where the host page is dark', () => {
    const tokens = tokensOf({ light: { accent: '#7a0c1e', accentText: '#ffffff' }, dark: {} });
    const written = withLook(style, { ...Brand.neutral().parts, tokens });
    expect(written).toContain('--_a:#7a0c1e;');
    expect(written).toContain(`--_a:light-dark(#7a0c1e,${tokens.dark.action});`);
    expect(tokens.dark.action).not.toBe(neutralTokens.dark.action);
    // The variables that are written are those that the style reads.
    for (const [name] of written.matchAll(/--_[a-z](?=:[#l])/gu)) expect(style).toContain(`var(${name}, #`);
  });
});
