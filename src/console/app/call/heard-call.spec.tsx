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

describe('the preview of a call', () => {
  it('shows the whole call, with the words around the message', () => {
    expect(render(<HeardCall language="sv" call={call} />)).toContain(
      'Hej.\nKoka vattnet.\nJag upprepar.\nKoka vattnet.\nTryck 1.\nHej då.',
    );
  });

  it('names a language that no voice can read, and says what landlines hear', () => {
    expect(render(<HeardCall language="so" call={call} />)).toContain(
      'Ingen röst kan läsa upp somaliska. Fasta telefoner hör texten på svenska.',
    );
    expect(render(<HeardCall language="so" call={null} instead="en" />)).toContain('hör texten på engelska');
    expect(render(<HeardCall language="so" call={null} />)).toContain('behöver en text på ett annat språk');
  });

  it('voiceFor finds a browser voice of the same language, or none', () => {
    const voices = [{ lang: 'en-US' }, { lang: 'sv_FI' }, { lang: 'en-GB' }];
    expect(voiceFor(voices, 'en-GB')).toEqual({ lang: 'en-GB' });
    expect(voiceFor(voices, 'sv-SE')).toEqual({ lang: 'sv_FI' });
    expect(voiceFor(voices, 'fi-FI')).toBeUndefined();
  });

  it('readAloud calls onEnd when the call ends, and when another call replaces it', () => {
    type Part = { text: string; onend: (() => void) | null; onerror: (() => void) | null };
    const partOf = (text: string): Part => ({ text, onend: null, onerror: null });
    const queue: Part[] = [];
    // As in a browser: a part that is cancelled reports an error, and no end.
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
