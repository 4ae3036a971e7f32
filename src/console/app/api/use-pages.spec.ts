import { onPage } from '../../../../test/support/hook-on-page.js';
import { answerByHand, pass, paths, press, request } from '../../../../test/support/requests-by-hand.js';
import { queryClient } from './query-client.js';
import { usePages } from './use-pages.js';

answerByHand(queryClient);

describe('usePages', () => {
  const options = {
    pathAfter: (mark: string | undefined) => `/list${mark ? `?after=${mark}` : ''}`,
    markOf: ({ next }: { next?: string }) => next,
  };
  const list = () => onPage(() => usePages('/list', { ...options, every: 15_000, everyUnseen: 60_000 }), {});

  it('fetches the next page from where the last one ended, and later reloads all pages', async () => {
    const pages = await list();
    await request(0).answer({ of: 'a', next: 'a' });
    expect(pages.now).toMatchObject({ data: [{ of: 'a' }], more: true });
    await press(() => pages.now.loadMore());
    expect(pages.now.loadingMore).toBe(true);
    await request(1).answer({ of: 'b' });
    expect(pages.now).toMatchObject({ data: [{ of: 'a' }, { of: 'b' }], more: false, loadingMore: false });
    await pass(15_000);
    await request(2).answer({ of: 'new', next: 'n' });
    expect(pages.now.data).toMatchObject([{ of: 'a' }, { of: 'b' }]);
    await request(3).answer({ of: 'a', next: 'b' });
    expect(pages.now).toMatchObject({ data: [{ of: 'new' }, { of: 'a' }], more: true });
    expect(paths()).toEqual(['/list', '/list?after=a', '/list', '/list?after=n']);
    await pages.leave();
  });

  it('keeps its pages when the next one fails', async () => {
    const pages = await list();
    await request(0).answer({ of: 'a', next: 'a' });
    await press(() => pages.now.loadMore());
    await request(1).answer({ code: 'unexpected', title: 'Något gick fel.' }, 500);
    expect(pages.now).toMatchObject({ data: [{ of: 'a' }], more: true, failure: { kind: 'refused' } });
    await pages.leave();
  });

  it('polls less often in a hidden tab', async () => {
    Object.assign(document, { visibilityState: 'hidden' });
    const pages = await list();
    await request(0).answer({ of: 'a' });
    await pass(59_000);
    expect(paths()).toHaveLength(1);
    await pass(1_000);
    expect(paths()).toHaveLength(2);
    await pages.leave();
    Object.assign(document, { visibilityState: 'visible' });
  });
});
