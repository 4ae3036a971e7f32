import { markText } from '../../../../messages/marked-text.js';
import { tidyMessageText } from '../../../../messages/message-text.js';
import { readEarlier } from './earlier-text.js';
import { fillTemplate, gapsOf, templates, type Fillings } from '../form/templates.js';

const town = 'Luleå kommun';
const fillings: Fillings = {
  plats: 'Storgatan 3–17, kvarteret S:t Olof',
  från: 'kl. 02.15',
  till: 'i morgon kl. 6',
  hämta: 'tankbil. Ta med dunk',
  nytt: 'Det tar längre tid',
};

describe('readEarlier', () => {
  it.each(
    templates.flatMap((template) =>
      Object.keys(template.texts).map((language) => [template, language] as const),
    ),
  )('recovers template and fillings from a text as it was sent: $id, %s', (template, language) => {
    for (const exercise of [false, true]) {
      const written = fillTemplate(template, language, fillings, town)!;
      const sms = tidyMessageText(markText(written, language, { exercise }));
      const gaps = gapsOf(template).map((gap) => [gap, tidyMessageText(fillings[gap]!)]);
      expect(readEarlier({ language, sms }, town)).toEqual({
        template: template.id,
        fillings: Object.fromEntries(gaps),
      });
    }
  });

  it.each([
    '',
    'Vattnet är avstängt.',
    'Vattenläcka. Vattnet är avstängt sedan kl. 3. Gäller: ',
    'x'.repeat(900),
  ])('returns undefined for a text written by hand: %j', (sms) => {
    expect(readEarlier({ language: 'sv', sms }, town)).toBeUndefined();
  });

  it('returns undefined for a template text that was changed by hand', () => {
    const text = fillTemplate(templates[0]!, 'sv', fillings, town)!;
    expect(readEarlier({ language: 'sv', sms: text.replace('Tappa upp', 'Spara') }, town)).toBeUndefined();
  });
});
