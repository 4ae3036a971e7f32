import { render } from 'preact-render-to-string';
import { LanguageShares } from './language-shares.js';

const share = (language: string, phones: number, more: object = {}) => ({
  language,
  phones,
  own: phones,
  segments: phones,
  calls: 0,
  costOre: 40 * phones,
  ...more,
});
const has = (language: string, mobile: number) => ({ language, phones: { mobile, landline: 0 } });

describe('what is said of a broadcast’s languages', () => {
  const said = (props: Parameters<typeof LanguageShares>[0]): string =>
    render(<LanguageShares {...props} />)
      .replace(/<[^>]+>/gu, ' ')
      .replace(/\s+/gu, ' ')
      .trim();

  it('nothing while there is one text, in the language of everybody', () => {
    expect(said({ languages: [has('sv', 9)], shares: [share('sv', 9)] })).toBe('');
  });

  it('phones, parts and cost of each text', () => {
    const shares = [share('sv', 9), share('ar', 2, { segments: 6, costOre: 240 })];
    const table = said({ languages: [has('sv', 9), has('ar', 2)], shares });
    expect(table).toContain('Svenska 9 9');
    expect(table).toContain('Arabiska 2 6');
    expect(table).not.toContain('Samtal');
  });

  it('a language that none of the phones has', () => {
    const props = { languages: [has('sv', 9)], shares: [share('sv', 9), share('fi', 0)] };
    expect(said(props)).toContain('Ingen av telefonerna har finska.');
    expect(said({ ...props, asBefore: true })).toContain('Ingen fick larmet på finska.');
  });

  it('how many have a language without a text, and what they get', () => {
    const languages = [has('sv', 1200), has('ar', 30), has('so', 2)];
    expect(said({ languages, shares: [share('sv', 1232)] })).toBe(
      'Utan text på sitt språk: arabiska (30), somaliska (2). De får texten på svenska.',
    );
  });

  it('in which language calls are held when no voice reads the text', () => {
    const languages = [has('sv', 9), has('so', 2)];
    const unread = (callsIn: string | null) =>
      said({ languages, shares: [share('sv', 9, { callsIn: 'sv' }), share('so', 2, { callsIn })] });
    expect(unread('sv')).toContain('Fasta telefoner med somaliska hör texten på svenska.');
    expect(unread(null)).toContain('Ingen röst kan läsa upp någon av texterna.');
    expect(unread('so')).not.toContain('röst');
  });
});
