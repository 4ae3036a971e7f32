import type { Look } from '../api/answers.js';
import { bodyOf, coloursOf, formOf, isLink } from './look-form.js';

const tokens = { light: {}, dark: {} };
const look: Look = {
  version: 4,
  fixed: [],
  kept: {
    name: 'Rödköping',
    colours: { light: { accent: '#7a0c1e', accentText: '#ffffff' }, dark: {} },
    footer: [],
    logoHasName: true,
    logos: { light: 'data:image/png;base64,AAAA', print: 'data:image/png;base64,BBBB' },
  },
  base: { name: 'Rödköping', tokens },
};

describe('the form of the look', () => {
  it('sends only the images that were changed, and null for one that was taken away', () => {
    const form = formOf(look.kept);
    expect(bodyOf(form, look).logos).toEqual({});
    expect(bodyOf({ ...form, logos: { light: 'data:image/svg+xml;base64,CCCC' } }, look)).toMatchObject({
      version: 4,
      name: 'Rödköping',
      logos: { light: 'CCCC', print: null },
    });
    expect(bodyOf({ ...form, name: ' ' }, look).name).toBeUndefined();
  });

  it('sends the colours that were typed, in small letters', () => {
    expect(
      coloursOf({
        light: { accent: ' #7A0C1E', accentText: '#FFFFFF', link: '' },
        dark: { link: '#ff9aa6' },
      }),
    ).toEqual({ light: { accent: '#7a0c1e', accentText: '#ffffff' }, dark: { link: '#ff9aa6' } });
    expect(coloursOf({ light: { accent: ' ' }, dark: {} })).toBeUndefined();
  });

  it('asks for whole colours, and for both of the masthead', () => {
    expect(coloursOf({ light: { accent: 'red', accentText: '#ffffff' }, dark: {} })).toBe('not-a-colour');
    expect(coloursOf({ light: { accent: '#7a0c1e' }, dark: {} })).toBe('both-needed');
    expect(coloursOf({ light: {}, dark: { link: '#ff9aa6' } })).toBe('both-needed');
  });

  it.each([
    ['https://kommun.example/', true],
    ['javascript:alert(1)', false],
    ['kommun.example', false],
    ['', false],
  ])('takes %s as a link: %s', (url, is) => {
    expect(isLink({ text: { sv: 'Till', en: 'To' }, url })).toBe(is);
  });
});
