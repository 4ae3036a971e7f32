import type { BroadcastSummary } from '../api/answers.js';
import { onPage } from '../../../../test/support/hook-on-page.js';
import { answerByHand, pass, paths, press, request } from '../../../../test/support/requests-by-hand.js';
import { queryClient } from '../api/query-client.js';
import { useBroadcastPages } from './use-broadcast-pages.js';

/** A fake server with the given number of broadcasts, newest first. */
const server = (count: number) => {
  const all = Array.from({ length: count }, (_, n) => ({ id: String(count - n).padStart(4, '0') }));
  return (path: string) => {
    const query = new URL(path, 'http://x').searchParams;
    const before = query.get('before') ?? 'z';
    return all.filter(({ id }) => id < before).slice(0, Number(query.get('limit')));
  };
};

describe('useBroadcastPages', () => {
  answerByHand(queryClient);

  it.each([
    ['nothing', 0, 1, 0, false],
    ['a full page and no more', 100, 1, 100, false],
    ['one more than a page', 101, 1, 100, true],
    ['two pages of that', 101, 2, 101, false],
    ['three of four', 400, 3, 300, true],
  ])('shows the right number for %s', async (_, count, pages, shown, more) => {
    const answer = server(count);
    const list = await onPage(useBroadcastPages, undefined);
    await request(0).answer(answer(paths()[0]!));
    for (let page = 1; page < pages; page++) {
      await press(() => list.now.loadMore());
      await request(page).answer(answer(paths()[page]!));
    }
    expect(list.now.data!.more).toBe(more);
    expect(list.now.data!.broadcasts.map(({ id }: BroadcastSummary) => Number(id))).toEqual(
      Array.from({ length: shown }, (_, n) => count - n),
    );
    await list.leave();
  });

  it('polls every page every 15 seconds', async () => {
    const list = await onPage(useBroadcastPages, undefined);
    await request(0).answer([]);
    await pass(15_000);
    expect(paths()).toEqual(['/broadcasts?limit=101', '/broadcasts?limit=101']);
    await list.leave();
  });
});
