import { render } from 'preact-render-to-string';
import { reviewText } from '../../../../messages/checklist/review-text.js';
import { TextReview } from './text-review.js';

const pageOf = (sms: string, language = 'sv') => {
  const text = { language, sms };
  return render(<TextReview reviewed={{ ...reviewText(text, undefined), text }} />);
};

describe('the review below a text', () => {
  it('marks hard words and placeholders in the text, and names them', () => {
    const html = pageOf('Vi vidtar åtgärder [när].');
    expect(html).toContain('<summary>Fyll i: [när]. Svåra ord: vidtar.</summary>');
    expect(html).toContain('<mark class="mark-hard">vidtar</mark>');
    expect(html).toContain('<mark class="mark-gap">[när]</mark>');
  });

  it('marks long sentences', () => {
    const html = pageOf(`Vi stänger av vattnet ${'på gatan '.repeat(10)}nu.`);
    expect(html).toContain('1 lång mening.');
    expect(html).toContain('<mark class="mark-long">');
  });

  it('has a verdict from 20 words on', () => {
    expect(pageOf('Vi stänger av vattnet. '.repeat(5))).toContain(
      'Läsbarhet: svår. Korta meningar och vanliga ord hjälper (LIX 54).',
    );
    expect(pageOf('Vi stänger av vattnet. '.repeat(4))).not.toContain('Läsbarhet');
  });

  it('marks nothing in a good text', () => {
    expect(pageOf('Vattnet är tillbaka.')).not.toContain('<details');
  });
});
