import { exampleCode, newPageCode, shortAddress, withoutPageLink, withPageLink } from './page-link.js';

const address = shortAddress('https://alavik.example.se', exampleCode);

describe('the short address of a page in a text', () => {
  it.each(['sv', 'en', 'fi', 'se', 'ar', 'so', 'de'])(
    'is put last once, and taken off again, in %s',
    (language) => {
      const linked = withPageLink('Koka vattnet.', language, address);
      expect(linked.split('\n')).toEqual(['Koka vattnet.', expect.stringContaining(address)]);
      expect(withPageLink(linked, language, address)).toBe(linked);
      expect(withoutPageLink(linked, language)).toBe('Koka vattnet.');
    },
  );

  it('is not taken for an address that somebody wrote', () => {
    const own = 'Koka vattnet.\nMer: https://alavik.example.se/vatten';
    expect(withoutPageLink(own, 'sv')).toBe(own);
  });

  it('has a code of six characters that are easy to tell apart', () => {
    expect(newPageCode((below) => below - 1)).toMatch(/^z{6}$/);
    expect(newPageCode(() => 0)).toMatch(/^2{6}$/);
  });
});
