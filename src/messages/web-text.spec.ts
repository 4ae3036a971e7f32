import { readHeadline, readWebText } from './web-text.js';

describe('the text of a web page', () => {
  it('keeps its punctuation, its letters and one empty line between paragraphs', () => {
    expect(readWebText('  “Koka” vattnet…  \r\n\r\n\r\nDet gäller čáhci. 💧\r')).toBe(
      '“Koka” vattnet…\n\nDet gäller čáhci. 💧',
    );
  });

  it('has no character that XML can’t carry', () => {
    expect(readWebText('a\u0000b\u0008c\ud800d\ufffee\tf\u0085g')).toBe('abcde fg');
  });

  it('is nothing if only spaces are left', () => {
    expect(readWebText(' \u0000\n ')).toBeUndefined();
    expect(readHeadline(' \n ')).toBeUndefined();
  });

  it('is refused when it is too long', () => {
    expect(() => readWebText('x'.repeat(8_001))).toThrow(
      expect.objectContaining({ code: 'text.web-too-long' }),
    );
    expect(() => readHeadline('x'.repeat(121))).toThrow(
      expect.objectContaining({ code: 'text.headline-too-long' }),
    );
  });

  it('has a headline on one line', () => {
    expect(readHeadline('Koka\nvattnet ')).toBe('Koka vattnet');
  });
});
