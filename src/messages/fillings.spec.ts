import { fillingsIn, fillingsSaid } from './fillings.js';

const template = 'Vattnet är av [från]–[till]. Gäller: [plats]. Vi hörs [till]. Luleå kommun';

describe('fillingsIn', () => {
  it('reads each gap once', () => {
    expect(
      fillingsIn('Vattnet är av kl. 9–kl. 12. Gäller: Storgatan 3–7. Vi hörs kl. 12. Luleå kommun', template),
    ).toEqual({ från: 'kl. 9', till: 'kl. 12', plats: 'Storgatan 3–7' });
  });

  it.each([
    ['another text', 'Vattnet är tillbaka.'],
    ['an empty gap', 'Vattnet är av –kl. 12. Gäller: Storgatan. Vi hörs kl. 12. Luleå kommun'],
    ['a gap filled in two ways', 'Vattnet är av 9–12. Gäller: Storgatan. Vi hörs 13. Luleå kommun'],
    ['more after it', 'Vattnet är av 9–12. Gäller: Storgatan. Vi hörs 12. Luleå kommun Hej'],
    ['nothing', ''],
  ])('knows that %s was not made from the template', (_what, text) => {
    expect(fillingsIn(text, template)).toBeUndefined();
  });
});

describe('fillingsSaid', () => {
  const shutoff = 'Av från [från] till [till]. Gäller: [plats].';

  it('knows a text whose end is open', () => {
    expect(fillingsSaid('Av från kl. 9 tills vidare. Gäller: Storgatan.', shutoff, 'sv')).toEqual({
      från: 'kl. 9',
      till: 'tills vidare',
      plats: 'Storgatan',
    });
  });

  it('knows one that has an end', () => {
    expect(fillingsSaid('Av från kl. 9 till kl. 12. Gäller: Storgatan.', shutoff, 'sv')).toMatchObject({
      till: 'kl. 12',
    });
    expect(fillingsSaid('Av tills vidare.', shutoff, 'sv')).toBeUndefined();
  });
});
