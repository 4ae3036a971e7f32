import { render } from 'preact-render-to-string';
import type { Broadcast } from '../api/answers.js';
import { Published, ToPage } from './published.js';

const square = {
  type: 'Polygon' as const,
  coordinates: [
    [
      [22, 65],
      [23, 65],
      [23, 66],
      [22, 65],
    ],
  ],
};
const broadcast = {
  id: 'b1',
  kind: 'alert',
  isPublic: true,
  pageAddress: 'https://alavik.example.se/a/abc234',
  publishedArea: { name: 'Kronan', streets: [], polygons: [square] },
  texts: [
    {
      language: 'sv',
      sms: 'Koka.\nMer: https://alavik.example.se/a/abc234',
      headline: 'Koka vattnet',
      web: 'Koka allt.',
    },
    { language: 'en', sms: 'Boil.\nMore: https://alavik.example.se/a/abc234' },
  ],
} as unknown as Broadcast;
const wordsOf = (more: object = {}) =>
  render(<Published broadcast={{ ...broadcast, ...more }} heading="h2" />)
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ');

describe('what is published', () => {
  it('is the headline and the text of each language, the place and the address', () => {
    const said = wordsOf();
    expect(said).toContain('Koka vattnet Koka allt.');
    expect(said).toContain('samma text som sms:et Boil.');
    expect(said).toContain('Kronan');
    expect(said).toContain('Så ritas ytan på kartan');
    expect(said.match(/\/a\/abc234/g)).toHaveLength(1);
  });

  it('names the streets where no area is drawn, and says so', () => {
    const publishedArea = { name: 'Storgatan (Kronan)', streets: ['Storgatan'], polygons: [] };
    expect(wordsOf({ publishedArea })).toMatch(/Storgatan \(Kronan\).*Storgatan.*bara i ord/);
  });

  it('has the place of the first message in what follows it', () => {
    const follows = { id: 'b0', root: 'b0', relation: 'update' };
    expect(wordsOf({ follows, publishedArea: undefined })).toContain('som det första meddelandet gäller');
  });

  it('says plainly that no phone gets it', () => {
    expect(wordsOf({ webOnly: true })).toContain('Ingen telefon får det här.');
  });

  it('is nothing for what is not published', () => expect(wordsOf({ isPublic: false })).toBe(''));

  it('has its page at the address of its incident', () => {
    const follows = { id: 'b1', root: 'b0', relation: 'update' } as Broadcast['follows'];
    expect(render(<ToPage broadcast={{ ...broadcast, ...(follows ? { follows } : {}) }} />)).toContain(
      '/aktuellt/b0"',
    );
    expect(render(<ToPage broadcast={broadcast} />)).toContain('/aktuellt/b1"');
  });
});
