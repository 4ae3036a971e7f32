import fc from 'fast-check';
import { speakableText } from './speakable-text.js';
import { writeVoiceScript } from './voice-script.js';

describe('writeVoiceScript', () => {
  it('says who calls first, the message twice, and then what the keys do', () => {
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

  it('speaks English with the voice it is given', () => {
    const voice = { language: 'en-US', name: 'a-voice' };
    const script = writeVoiceScript({ sender: 'Luleå', text: 'Boil your water.', language: 'en', voice });
    expect(script).toMatchObject({ voice, opening: 'Hello. This is an automatic message from Luleå.' });
    expect(script.instructions).toMatch(/Press 1 .* Press 2/);
  });
});

describe('speakableText', () => {
  it.each<[text: string, spoken: string]>([
    ['Vi kommer kl. 13.30', 'Vi kommer klockan 13:30'],
    ['kl 8-16', 'klockan 8 till 16'],
    ['kl. 13.00–16.30'.replace('–', '-'), 'klockan 13:00 till 16:30'],
    ['Ca 2 tim', 'cirka 2 timmar'],
    ['Det tar 30 min.', 'Det tar 30 minuter'],
    ['t.ex. soppa, bl.a. gröt m.m.', 'till exempel soppa, bland annat gröt med mera'],
    ['fr.o.m. i dag t.o.m. fredag', 'från och med i dag till och med fredag'],
    ['Läs mer på https://www.lulea.se/vatten.', 'Läs mer på lulea punkt se snedstreck vatten.'],
    ['Se lulea.se', 'Se lulea punkt se'],
    ['Ring 0920-45 30 00.', 'Ring 0 9 2 0, 4 5, 3 0, 0 0.'],
    ['Ring 070-174 06 05', 'Ring 0 7 0, 1 7 4, 0 6, 0 5'],
    ['Ring +46 70 174 06 05', 'Ring plus 4 6, 7 0, 1 7 4, 0 6, 0 5'],
    ['Tel. 0701740605', 'telefon 0 7 0 1 7 4 0 6 0 5'],
    ['Ring 112', 'Ring 112'],
    ['2026-11-23 gäller Porsön 1:405', '2026-11-23 gäller Porsön 1:405'],
    ['Koka vattnet\n\n- i dag\n- i morgon', 'Koka vattnet. i dag. i morgon'],
    ['ÖVNING ÖVNING. Ett VMA', 'Övning Övning. Ett VMA'],
    ['Vatten & avlopp 🚰', 'Vatten och avlopp'],
    ['Storgatan 3-5', 'Storgatan 3 till 5'],
  ])('%p is said as %p', (text, spoken) => {
    expect(speakableText(text, 'sv')).toBe(spoken);
  });

  it('leaves an English decimal alone', () => {
    expect(speakableText('approx. 2.50 metres, e.g. a car & a bus', 'en')).toBe(
      'approximately 2.50 metres, for example a car and a bus',
    );
  });

  it('takes any text in reasonable time and leaves no line breaks', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('0', '1', ' ', '-', '.', 'a', '\n', '/', '+46'), maxLength: 900 }),
        (text) => {
          expect(speakableText(text, 'sv')).not.toMatch(/\n/);
        },
      ),
    );
  });
});
