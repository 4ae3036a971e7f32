import { messageLanguages } from '../../kernel/language.js';
import { isOpenEnd, openEndTyped, withOpenEnd } from './open-end.js';

describe('an open end in a text', () => {
  it.each<[language: string, template: string, text: string]>([
    ['sv', 'Vi stänger av från [från] till [till]. Gäller', 'Vi stänger av från [från] tills vidare. Gäller'],
    ['sv', 'Stängt fram till [till].', 'Stängt tills vidare.'],
    ['sv', 'Till [till] är vägen stängd.', 'Tills vidare är vägen stängd.'],
    ['sv', 'Stängt [från]–[till].', 'Stängt [från] tills vidare.'],
    ['sv', 'Det är tillbaka [till].', 'Det är tillbaka, men vi vet inte när än.'],
    ['sv', 'Vi hämtar senast [till].', 'Vi hämtar, men vi vet inte när än.'],
    ['sv', 'Slut: [till].', 'Slut: inte känt än.'],
    ['en', 'Off from [från] to [till]. Applies', 'Off from [från] until further notice. Applies'],
    ['en', 'Until [till] the road is closed.', 'Until further notice the road is closed.'],
    ['en', 'We expect it back [till].', 'We expect it back, but we do not know when yet.'],
    ['en', 'We will collect by [till].', 'We will collect, but we do not know when yet.'],
    ['fi', 'Alkaa: [från]. Päättyy: [till].', 'Alkaa: [från]. Päättyy: ei vielä tiedossa.'],
    ['fi', 'Vesi palaa [till].', 'Vesi palaa (ei vielä tiedossa).'],
    ['se', 'Nohká: [till].', 'Nohká: eat dieđe vel.'],
    ['ar', 'إلى: [till].', 'إلى: غير معروف بعد.'],
    ['so', 'Ilaa: [till].', 'Ilaa: weli lama oga.'],
  ])('in %s makes "%s" into "%s"', (language, template, text) => {
    expect(withOpenEnd(template, language)).toBe(text);
  });

  it.each(messageLanguages)('in %s is typed as it is read', (language) => {
    expect(isOpenEnd(openEndTyped(language))).toBe(true);
  });
});
