import fc from 'fast-check';
import { writeTexts } from '../../../broadcasts/write-texts.js';
import { spokenLanguages } from '../../../kernel/language.js';
import { writeCodeScript } from '../../../messages/code-script.js';
import { Config } from '../../../platform/config/config.js';
import { callTwiml, codeTwiml, keyTwiml } from './call-twiml.js';
import { scriptOf } from '../../callbacks/script-of.js';
import { TwilioCallCapacity, twimlCeiling } from './twilio-call-capacity.js';

const config = Config.read({
  DATABASE_URL: 'postgres://nowhere',
  PUBLIC_URL: 'https://sms.upplandsvasby.example.se',
  MUNICIPALITY_NAME: 'Upplands Väsby kommun & co',
  VOICES: 'fi=fi-FI:Google.fi-FI-Standard-A,ar=ar-XA:Google.ar-XA-Standard-A',
});
const room = new TwilioCallCapacity(config);
const calls = { voices: config.voices, most: room.maxCharacters.bind(room) };
const url = `${config.publicUrl}/callbacks/twilio/voice-key?t=${'t'.repeat(44)}`;

describe('the longest call that may be written', () => {
  const words = fc.constantFrom(
    'Vattnet stängs av',
    'kl. 13',
    'kl 08-12',
    '27 november.',
    '070-174 06 05',
    '08-465 004 00',
    'ring +46 (0)8-465 004 00',
    'www.lulea.se/a-b/c?id=1&x=2',
    'vatten@lulea.se',
    't.ex.',
    'mellan 10 000-12 000',
    '< & >',
    'VATTENLÄCKA',
    '🚰',
    '\n',
    'å'.repeat(40),
  );

  it('an accepted message fits the TwiML limit as it is spoken, and a refused one does not', () => {
    const long = fc
      .array(words, { minLength: 20, maxLength: 140, size: 'max' })
      .map((each) => each.join(' '));
    let taken = 0;
    let refused = 0;
    fc.assert(
      fc.property(long, fc.constantFrom('sv', 'en'), (voice, language) => {
        const built = callTwiml(scriptOf(config, voice, language), url).length;
        try {
          writeTexts([{ language, sms: 'Kort.', voice }], { exercise: false }, calls);
          taken += 1;
          expect(built).toBeLessThan(twimlCeiling);
        } catch (error) {
          expect(error).toMatchObject({ code: 'voice.too-long' });
          refused += 1;
          expect(built).toBeGreaterThanOrEqual(twimlCeiling);
        }
      }),
    );
    expect(Math.min(taken, refused)).toBeGreaterThan(0);
  });

  it.each(spokenLanguages)('the maximum in %s fills the limit to the character', (language) => {
    const built = (length: number): number =>
      callTwiml(scriptOf(config, 'a'.repeat(length), language), url).length;
    expect(built(room.maxCharacters(language))).toBeLessThan(twimlCeiling);
    expect(built(room.maxCharacters(language) + 1)).toBeGreaterThanOrEqual(twimlCeiling);
  });

  it('a refusal says how many characters the spoken text is too long', () => {
    const voice = 'Ring 0920-45 30 00 kl. 13.15 eller läs www.lulea.se/vatten. '.repeat(23);
    expect(() => writeTexts([{ language: 'sv', sms: 'Kort.', voice }], { exercise: false }, calls)).toThrow(
      expect.objectContaining({
        code: 'voice.too-long',
        details: { characters: 1977, most: room.maxCharacters('sv'), over: 1977 - room.maxCharacters('sv') },
      }),
    );
  });

  it('a too long call is refused also when the SMS is the text that is read', () => {
    const sms = 'kl 1 '.repeat(180);
    expect(() => writeTexts([{ language: 'sv', sms }], { exercise: false }, calls)).toThrow(
      expect.objectContaining({ code: 'voice.too-long' }),
    );
  });
});

it('a number is read by the rules of the configured country', () => {
  const said = (country: string) =>
    scriptOf(
      Config.read({ DATABASE_URL: 'postgres://x/y', DEFAULT_COUNTRY: country }),
      'Ring 08-465 004 00',
      'sv',
    ).message;
  expect(said('se')).toBe('Ring 0 8, 4 6 5, 0 0 4, 0 0');
  expect(said('NO')).toBe('Ring 08-465 004 00');
});

it('a repeated message has the language and voice of the first', () => {
  const script = scriptOf(config, 'Keitä vesi.', 'fi');
  const twiml = keyTwiml(script, '2', url);
  expect(twiml).toContain('<Say language="fi-FI" voice="Google.fi-FI-Standard-A">Keitä vesi.</Say>');
  expect(twiml).toContain('Tämä on automaattinen viesti');
  expect(twiml).not.toContain('en-GB');
});

it('a code call reads the code twice, a second between the digits, and asks for no key', () => {
  const script = writeCodeScript({
    sender: 'Upplands Väsby kommun',
    code: '041709',
    language: 'sv',
    voice: { language: 'sv-SE', name: 'Google.sv-SE-Standard-A' },
  });
  const twiml = codeTwiml(script);
  const digits = [...twiml.matchAll(/<Pause length="1"\/><Say [^>]*>(\d)<\/Say>/g)].map(([, digit]) => digit);
  expect(digits.join('')).toBe('041709041709');
  expect(twiml).not.toContain('Gather');
  expect(twiml.length).toBeLessThan(4000);
});
