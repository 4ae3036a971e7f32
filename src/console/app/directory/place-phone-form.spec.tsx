import { render } from 'preact-render-to-string';
import { messageLanguages } from '../../../kernel/language.js';
import { PlacePhoneForm } from './place-phone-form.js';

describe('the form that assigns a number to an address', () => {
  it('offers every message language by its name', () => {
    const page = render(<PlacePhoneForm phone="070-174 06 05" onPlaced={() => undefined} />);
    const offered = [...page.matchAll(/<option[^>]* value="(\w+)"[^>]*>([^<]*)/g)];
    expect(offered.map(([, code]) => code)).toEqual(messageLanguages);
    expect(offered.map(([, , name]) => name)).toEqual(
      expect.arrayContaining(['Svenska', 'Nordsamiska', 'Arabiska', 'Somaliska']),
    );
  });
});
