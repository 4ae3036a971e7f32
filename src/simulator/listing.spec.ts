import { listPage } from './listing.js';
import { ResourceLog } from './resource-log.js';
import { SidMint } from './sids.js';

interface Page {
  items: number[];
  page: number;
  next_page_uri: string | null;
  previous_page_uri: string | null;
}

describe('listPage', () => {
  const mint = new SidMint();
  const log = new ResourceLog<{ n: number; to: string }>();
  for (let n = 0; n < 7; n++) log.add({ n, to: n % 2 ? 'odd' : 'even' });
  const page = (query: Record<string, string>) =>
    listPage({
      path: '/list',
      query,
      log,
      mint,
      prefix: 'SM',
      name: 'items',
      keep: () => true,
      present: ({ n }) => n as unknown as object,
    }) as Page;
  const queryOf = (uri: string) => Object.fromEntries(new URL(uri, 'http://x').searchParams);

  it('pages from the newest to the oldest item, and back', () => {
    const first = page({ PageSize: '3' });
    expect(first).toMatchObject({ items: [6, 5, 4], page: 0, previous_page_uri: null });
    const second = page(queryOf(first.next_page_uri!));
    expect(second).toMatchObject({ items: [3, 2, 1], page: 1 });
    const third = page(queryOf(second.next_page_uri!));
    expect(third).toMatchObject({ items: [0], page: 2, next_page_uri: null });
    expect(page(queryOf(third.previous_page_uri!)).items).toEqual([3, 2, 1]);
    expect(page(queryOf(second.previous_page_uri!))).toMatchObject({ items: [6, 5, 4], page: 0 });
  });

  it('neither repeats nor skips items if a new one arrives between two pages', () => {
    const first = page({ To: 'odd', PageSize: '2' });
    expect(first.items).toEqual([5, 3]);
    log.add({ n: 7, to: 'odd' });
    expect(page(queryOf(first.next_page_uri!)).items).toEqual([1]);
  });

  it.each([
    [{ Page: '1' }, 20001],
    [{ Page: '1', PageToken: 'PASM00' }, 20001],
    [{ PageSize: '0' }, 20007],
    [{ PageSize: '1001' }, 20007],
  ])('refuses %j', (query, code) => {
    expect(() => page(query as Record<string, string>)).toThrow(expect.objectContaining({ code }));
  });
});
