import type { BroadcastSummary } from '../api/answers.js';
import { loadPages, pageSize } from './load-pages.js';

/** A server with so many broadcasts, newest first. */
const server = (count: number) => {
  const all = Array.from({ length: count }, (_, n) => ({ id: String(count - n).padStart(4, '0') }));
  return (path: string) => {
    const query = new URL(path, 'http://x').searchParams;
    const before = query.get('before') ?? 'z';
    const found = all.filter(({ id }) => id < before).slice(0, Number(query.get('limit')));
    return Promise.resolve(found as unknown as BroadcastSummary[]);
  };
};

describe('the pages of the list of broadcasts', () => {
  it.each([
    ['nothing', 0, 1, 0, false],
    ['a full page and no more', pageSize, 1, pageSize, false],
    ['one more than a page', pageSize + 1, 1, pageSize, true],
    ['two pages of that', pageSize + 1, 2, pageSize + 1, false],
    ['three of four', 4 * pageSize, 3, 3 * pageSize, true],
  ])('are %s', async (_, count, pages, shown, more) => {
    const loaded = await loadPages(server(count), pages);
    expect(loaded.more).toBe(more);
    expect(loaded.broadcasts.map(({ id }) => Number(id))).toEqual(
      Array.from({ length: shown }, (_, n) => count - n),
    );
  });
});
