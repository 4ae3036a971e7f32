import fc from 'fast-check';
import { fitPost, lengthOfPost, postText, suggestPost } from './post-text.js';

const municipality = 'Luleå kommun';
const link = 'https://sms.kommun.example/aktuellt/0192#0193';
const mastodon = { most: 500, perLink: 23 };

describe('the suggested post', () => {
  const said = {
    language: 'sv',
    sms: 'Koka vattnet på Porsön.',
    headline: 'Koka vattnet',
    web: 'Vattnet är förorenat.',
  };

  it('is the headline and the text of the page', () =>
    expect(suggestPost(said, { municipality })).toBe('Koka vattnet\n\nVattnet är förorenat.'));

  it('is the SMS without its marks, if the page has no text of its own', () => {
    const sms = 'Koka vattnet på Porsön.\nMer: https://sms.kommun.example/a/234567';
    expect(suggestPost({ language: 'sv', sms }, { municipality })).toBe('Koka vattnet på Porsön.');
  });

  it('does not say the headline twice', () =>
    expect(suggestPost({ ...said, web: 'Koka vattnet. Det är förorenat.' }, { municipality })).toBe(
      'Koka vattnet. Det är förorenat.',
    ));

  it.each([
    ['update', 'sv', 'Uppdatering: Vattnet är på.'],
    ['update', 'en', 'Update: Vattnet är på.'],
    ['update', 'so', 'Vattnet är på.'],
    ['correction', 'sv', 'Rättelse: Vattnet är på.'],
    ['extension', 'sv', 'Gäller nu även Porsön. Vattnet är på.'],
    ['all-clear', 'sv', 'Vattnet är på.'],
  ] as const)('of an %s in %s is “%s”', (relation, language, text) =>
    expect(
      postText({ language, sms: 'Vattnet är på.' }, { relation, area: 'Porsön', municipality }, undefined),
    ).toBe(text),
  );

  it('is what staff have written instead, but a correction says that it is one', () => {
    expect(postText(said, { relation: 'update', municipality }, 'Eget.')).toBe('Eget.');
    expect(postText(said, { relation: 'correction', municipality }, 'Eget.')).toBe('Rättelse: Eget.');
    expect(postText(said, { relation: 'correction', municipality }, 'RÄTTELSE: Eget.')).toBe(
      'RÄTTELSE: Eget.',
    );
  });
});

describe('a post that must fit', () => {
  it('ends with its link, once', () => {
    expect(fitPost('Koka vattnet.', link, mastodon)).toEqual({
      text: `Koka vattnet.\n\n${link}`,
      characters: 13 + 2 + 23,
      isCut: false,
    });
    expect(fitPost(`Koka vattnet. ${link}`, link, mastodon).text).toBe(`Koka vattnet.\n\n${link}`);
  });

  it('is cut after a sentence', () => {
    const text = 'Koka vattnet kl. 8. Det är förorenat. Mer kommer snart.';
    expect(fitPost(text, link, { most: 70, perLink: 23 })).toEqual({
      text: `Koka vattnet kl. 8. Det är förorenat.\n\n${link}`,
      characters: 37 + 25,
      isCut: true,
    });
  });

  it('is cut after a word if a sentence is too long', () =>
    expect(fitPost('Koka vattnet i stadsdelarna', link, { most: 45, perLink: 23 }).text).toBe(
      `Koka vattnet i …\n\n${link}`,
    ));

  it('counts characters as readers do, and links as the network does', () => {
    expect(lengthOfPost('👩‍🚒é', mastodon)).toBe(2);
    expect(lengthOfPost(`se ${link} nu`, mastodon)).toBe(3 + 23 + 3);
    expect(lengthOfPost(link, {})).toBe(link.length);
  });

  it('never is too long, loses its link or cuts a word, whatever is written', () => {
    const word = fc.stringMatching(/^[a-zåäö👩é]{1,12}[.!,]?$/u);
    fc.assert(
      fc.property(
        fc.array(word, { minLength: 1, maxLength: 200 }),
        fc.integer({ min: 60, max: 600 }),
        (words, most) => {
          const { text, characters } = fitPost(words.join(' '), link, { most, perLink: 23 });
          expect(characters).toBeLessThanOrEqual(most);
          expect(text.endsWith(`\n\n${link}`)).toBe(true);
          const kept = text
            .slice(0, -link.length)
            .trim()
            .split(' ')
            .filter((each) => each !== '…');
          expect(words.slice(0, kept.length)).toEqual(kept);
        },
      ),
    );
  });
});
