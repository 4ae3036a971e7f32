import { render } from 'preact-render-to-string';
import { HeardCall } from './heard-call.js';
import { voiceFor } from './listen-button.js';

const call = {
  language: 'sv',
  voice: 'sv-SE',
  message: 'Koka vattnet.',
  parts: ['Hej.', 'Koka vattnet.', 'Jag upprepar.', 'Koka vattnet.', 'Tryck 1.', 'Hej då.'],
  characters: 13,
  most: 1500,
};

describe('the call in a preview', () => {
  it('is shown whole, with what is said around the message', () => {
    expect(render(<HeardCall language="sv" call={call} />)).toContain(
      'Hej.\nKoka vattnet.\nJag upprepar.\nKoka vattnet.\nTryck 1.\nHej då.',
    );
  });

  it('names a language that no voice can read, and what is heard instead', () => {
    expect(render(<HeardCall language="so" call={call} />)).toContain(
      'Ingen röst kan läsa upp somaliska. Fasta telefoner hör texten på svenska.',
    );
    expect(render(<HeardCall language="so" call={null} />)).toContain('behöver en text på ett annat språk');
  });

  it('is heard in the browser by a voice of its language or by none', () => {
    const voices = [{ lang: 'en-US' }, { lang: 'sv_FI' }, { lang: 'en-GB' }];
    expect(voiceFor(voices, 'en-GB')).toEqual({ lang: 'en-GB' });
    expect(voiceFor(voices, 'sv-SE')).toEqual({ lang: 'sv_FI' });
    expect(voiceFor(voices, 'fi-FI')).toBeUndefined();
  });
});
