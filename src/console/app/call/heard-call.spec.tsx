import { render } from 'preact-render-to-string';
import { HeardCall } from './heard-call.js';
import { readAloud, voiceFor } from './listen-button.js';

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

  it('is no longer said to be read when it ends, and when another is listened to instead', () => {
    type Part = { text: string; onend: (() => void) | null; onerror: (() => void) | null };
    const partOf = (text: string): Part => ({ text, onend: null, onerror: null });
    const queue: Part[] = [];
    // As a browser does: what is cut short reports an error, and no end.
    const speech = {
      cancel: () => queue.splice(0).forEach(({ onerror }) => onerror?.()),
      speak: (part: Part) => void queue.push(part),
    };
    const ended: string[] = [];
    readAloud(speech, [partOf('Hej.')], () => ended.push('swedish'));
    readAloud(speech, [partOf('Hello.'), partOf('Goodbye.')], () => ended.push('english'));
    expect(ended).toEqual(['swedish']);
    queue.shift()?.onend?.();
    expect(ended).toEqual(['swedish']);
    queue.shift()?.onend?.();
    expect(ended).toEqual(['swedish', 'english']);
  });
});
