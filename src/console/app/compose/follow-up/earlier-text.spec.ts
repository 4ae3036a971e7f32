import { allSamples, samples } from '../../../../../test/support/sample-templates.js';
import { markText } from '../../../../messages/marked-text.js';
import { tidyMessageText } from '../../../../messages/message-text.js';
import { readEarlier } from './earlier-text.js';
import { fillTemplate, gapsIn, type Fillings } from '../form/templates.js';

const town = 'Luleå kommun';
const fillings: Fillings = {
  plats: 'Storgatan 3–17, kvarteret S:t Olof',
  från: 'måndag 30 november kl. 02.15',
  till: 'tisdag 1 december kl. 06.00',
  hämta: 'tankbil. Ta med dunk',
  antal: '12',
  nytt: 'Det tar längre tid',
};
const read = (language: string, sms: string) => readEarlier({ language, sms }, town, allSamples);

describe('readEarlier', () => {
  it.each(
    allSamples.flatMap(({ slug, texts }) => texts.map(({ language, sms }) => [slug, language, sms] as const)),
  )('recovers template and fillings from a text as it was sent: %s, %s', (slug, language, template) => {
    for (const exercise of [false, true]) {
      const written = fillTemplate(template, fillings, town);
      const sms = tidyMessageText(markText(written, language, { exercise }));
      const gaps = gapsIn(template).map((gap) => [gap, tidyMessageText(fillings[gap]!)]);
      expect(read(language, sms)).toEqual({ template: slug, fillings: Object.fromEntries(gaps) });
    }
  });

  it.each(['', 'Vattnet är avstängt.', 'Vattnet är avstängt sedan kl. 3. Gäller: ', 'x'.repeat(900)])(
    'returns undefined for a text written by hand: %j',
    (sms) => {
      expect(read('sv', sms)).toBeUndefined();
    },
  );

  it('returns undefined for a template text that was changed by hand', () => {
    const text = fillTemplate(samples.planned.texts[0]!.sms, fillings, town);
    expect(read('sv', text.replace('stänger', 'slår'))).toBeUndefined();
  });

  it('returns undefined when the templates could not be fetched', () => {
    const text = fillTemplate(samples.planned.texts[0]!.sms, fillings, town);
    expect(readEarlier({ language: 'sv', sms: text }, town, [])).toBeUndefined();
  });
});
