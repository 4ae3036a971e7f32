import { textToSay, wholeCall, writeVoiceScript } from './voice-script.js';

describe('writeVoiceScript', () => {
  it('says who calls first, then the message twice, then what the keys do', () => {
    expect(
      writeVoiceScript({ sender: 'Luleå kommun', text: 'Vattnet stängs av kl. 13-16.', language: 'sv' }),
    ).toEqual({
      language: 'sv',
      voice: { language: 'sv-SE' },
      opening: 'Hej. Det här är ett automatiskt meddelande från Luleå kommun.',
      message: 'Vattnet stängs av klockan 13 till 16.',
      repeat: 2,
      between: 'Jag upprepar.',
      instructions: 'Tryck 1 för att bekräfta att du har hört meddelandet. Tryck 2 för att höra det igen.',
      confirmed: 'Tack. Du har bekräftat meddelandet.',
      closing: 'Hej då.',
      keys: { confirm: '1', repeat: '2' },
    });
  });

  it('uses the English words and the given voice', () => {
    const voice = { language: 'en-US', name: 'a-voice' };
    const script = writeVoiceScript({ sender: 'Luleå', text: 'Boil your water.', language: 'en', voice });
    expect(script).toMatchObject({ voice, opening: 'Hello. This is an automatic message from Luleå.' });
    expect(script.instructions).toMatch(/Press 1 .* Press 2/);
  });

  it('does not read the link to the page, which nobody can press', () => {
    const text = 'Koka vattnet.\nMer: https://alavik.example.se/a/abc234';
    expect(writeVoiceScript({ sender: 'Alavik', text, language: 'sv' }).message).toBe('Koka vattnet.');
  });

  it('opens in the language of the message', () => {
    const script = writeVoiceScript({ sender: 'Luleå kommun', text: 'Keitä vesi.', language: 'fi' });
    expect(wholeCall(script)).toEqual([
      'Hei. Tämä on automaattinen viesti. Lähettäjä: Luleå kommun.',
      'Keitä vesi.',
      'Toistan.',
      'Keitä vesi.',
      'Paina 1, kun olet kuullut viestin. Paina 2, jos haluat kuulla sen uudelleen.',
      'Kuulemiin.',
    ]);
  });
});

describe('textToSay', () => {
  const voices = { sv: { language: 'sv-SE' }, en: { language: 'en-GB' } };
  const texts = (...languages: string[]) => languages.map((language) => ({ language }));

  it.each<[phone: string, written: string[], heard: string | undefined, voices: object]>([
    ['sv', ['sv', 'en', 'fi'], 'sv', voices],
    ['fi', ['sv', 'en', 'fi'], 'en', voices],
    ['fi', ['sv', 'en', 'fi'], 'fi', { ...voices, fi: { language: 'fi-FI' } }],
    ['fi', ['sv', 'fi'], 'sv', voices],
    ['so', ['so', 'ar', 'sv'], 'sv', voices],
    ['se', ['fi', 'ar'], 'ar', { ar: { language: 'ar-XA' } }],
    ['', ['fi', 'sv'], 'sv', voices],
    ['fi', ['fi', 'so'], undefined, voices],
  ])('for a phone in %p with texts in %p, chooses %p', (phone, written, heard, given) => {
    expect(textToSay(texts(...written), phone, given)?.language).toBe(heard);
  });
});
