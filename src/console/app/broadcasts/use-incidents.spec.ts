import type { Incident } from '../api/answers.js';
import { onPage } from '../../../../test/support/hook-on-page.js';
import { answerByHand, pass, paths, press, request } from '../../../../test/support/requests-by-hand.js';
import { queryClient } from '../api/query-client.js';
import { merged, useIncidents } from './use-incidents.js';

/** A fake server with the given number of incidents, newest first. */
const server = (count: number) => {
  const all = Array.from({ length: count }, (_, n) => String(count - n).padStart(4, '0')).map((id) => ({
    root: id,
    latest: id,
  }));
  return (path: string) => {
    const query = new URL(path, 'http://x').searchParams;
    const before = query.get('before') ?? 'z';
    return all.filter(({ latest }) => latest < before).slice(0, Number(query.get('limit')));
  };
};

describe('useIncidents', () => {
  answerByHand(queryClient);

  it.each([
    ['nothing', 0, 1, 0, false],
    ['a full page and no more', 50, 1, 50, false],
    ['one more than a page', 51, 1, 50, true],
    ['the 101st', 101, 3, 101, false],
    ['three pages of four', 200, 3, 150, true],
  ])('shows the right number for %s', async (_, count, pages, shown, more) => {
    const answer = server(count);
    const list = await onPage(useIncidents, 'q=x');
    await request(0).answer(answer(paths()[0]!));
    for (let page = 1; page < pages; page++) {
      await press(() => list.now.loadMore());
      await request(page).answer(answer(paths()[page]!));
    }
    expect(list.now.data!.more).toBe(more);
    expect(list.now.data!.incidents.map(({ root }: Incident) => Number(root))).toEqual(
      Array.from({ length: shown }, (_, n) => count - n),
    );
    expect(paths().every((path) => path.includes('&q=x'))).toBe(true);
    await list.leave();
  });

  it('without a filter, asks for what somebody has to act on too, and polls both every 15 seconds', async () => {
    const list = await onPage(useIncidents, '');
    const both = [
      '/incidents?limit=51',
      '/incidents?limit=100&state=pending-approval&state=scheduled&state=approved&state=sending&state=paused',
    ];
    expect(paths()).toEqual(both);
    await request(0).answer([]);
    await request(1).answer([{ root: 'old', latest: 'old' }]);
    expect(list.now.data!.incidents.map(({ root }) => root)).toEqual(['old']);
    await pass(15_000);
    expect(paths()).toEqual([...both, ...both]);
    await list.leave();
  });
});

describe('merged', () => {
  const one = (root: string, latest: string) => ({ root, latest }) as Incident;

  it('has each incident once, with its newest broadcast, newest first', () => {
    const list = merged([one('a', '1')], [one('b', '3'), one('a', '4'), one('c', '2')], [one('a', '1')]);
    expect(list.map(({ root, latest }) => root + latest)).toEqual(['a4', 'b3', 'c2']);
  });
});
