import { readOpened } from './opened.js';

describe('what an approver opened', () => {
  const text = (language: string) => ({ language, sms: 'x', segments: 1 });
  const broadcast = { texts: [text('sv'), text('en')] };

  it('is kept, each once, in one order', () =>
    expect(readOpened(['text-en', 'map', 'text-en', 'reminder', 'spoken'], broadcast)).toEqual([
      'map',
      'spoken',
      'reminder',
      'text-en',
    ]));

  it.each(['text-fi', 'audience', ''])('is refused when it is “%s”, which it does not have', (what) =>
    expect(() => readOpened(['map', what], broadcast)).toThrow(
      expect.objectContaining({ code: 'broadcast.opened-unknown' }),
    ),
  );
});
