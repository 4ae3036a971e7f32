import { pathToFileURL } from 'node:url';
import { setTimeout as pause } from 'node:timers/promises';
import path from 'node:path';
import { fromThread } from './from-thread.js';

const entry = pathToFileURL(path.resolve('src/platform/threads/counting.fixture.mjs'));
const notHere = () => {
  throw new Error('made in this thread');
};
const all = async (bytes: AsyncIterable<Buffer>): Promise<string> => {
  let text = '';
  for await (const piece of bytes) text += piece.toString();
  return text;
};

describe('bytes made in another thread', () => {
  it('arrive complete and in order, while the event loop of this thread stays free', async () => {
    const made = { text: '' };
    void all(fromThread(entry, { pieces: 4, busy: 50 }, notHere)).then((text) => (made.text = text));
    // Other requests: each would wait 50 ms for a piece made in this thread.
    let turns = 0;
    while (made.text === '') {
      await pause(1);
      turns += 1;
    }
    expect(made.text).toBe('0;1;2;3;');
    expect(turns).toBeGreaterThan(20);
  });

  it('reject with the error of the thread', async () => {
    await expect(all(fromThread(entry, { fails: true }, notHere))).rejects.toThrow('out of ink');
  });

  it('are made for at most three readers at once, and for a new one after one has left', async () => {
    const order = { pieces: 1_000, busy: 0 };
    const readers = [1, 2, 3].map(() => fromThread(entry, order, notHere)[Symbol.asyncIterator]());
    for (const reader of readers) await reader.next();
    expect(() => fromThread(entry, order, notHere)).toThrow('request.too-much-at-once');
    await readers[0]!.return?.();
    expect(await all(fromThread(entry, { pieces: 1, busy: 0 }, notHere))).toBe('0;');
    for (const reader of readers) await reader.return?.();
  });

  it('are made for at most three readers at once, also if more asked before the first read', async () => {
    const asked = [1, 2, 3, 4, 5].map(() => fromThread(entry, { pieces: 1, busy: 0 }, notHere));
    const ends = await Promise.allSettled(asked.map(all));
    expect(ends.map((end) => (end.status === 'rejected' ? String(end.reason) : end.value))).toEqual([
      ...['0;', '0;', '0;'],
      ...Array<unknown>(2).fill(expect.stringContaining('request.too-much-at-once')),
    ]);
    expect(await all(fromThread(entry, { pieces: 1, busy: 0 }, notHere))).toBe('0;');
  });

  it('are made in this thread if the program was not built', async () => {
    const bytes = fromThread(new URL('not-built.js', entry), 'a', async function* (order) {
      yield Buffer.from(order);
      await Promise.resolve();
    });
    expect(await all(bytes)).toBe('a');
  });
});
