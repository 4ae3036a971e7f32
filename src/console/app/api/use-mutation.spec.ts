import { onPage } from '../../../../test/support/hook-on-page.js';
import { answerByHand, paths, press, request } from '../../../../test/support/requests-by-hand.js';
import { call } from './call.js';
import { invalidate, queryClient } from './query-client.js';
import { useMutation } from './use-mutation.js';
import { useQuery } from './use-query.js';

answerByHand(queryClient);

describe('useMutation', () => {
  const restart = () => useMutation((id: string) => call('POST', `/restart/${id}`), '/senders');

  it('fetches the outdated answers again if the page shows them', async () => {
    const senders = await onPage(() => useQuery<string>('/senders'), {});
    const other = await onPage(() => useQuery<string>('/senders/1'), {});
    await request(0).answer('stopped');
    await request(1).answer('stopped');
    const change = await onPage(restart, {});
    await press(() => change.now.run('1'));
    expect(change.now.busy).toBe(true);
    await request(2).answer({ done: true });
    expect(change.now.busy).toBe(false);
    await request(3).answer('sends');
    expect(senders.now.data).toBe('sends');
    expect(paths()).toEqual(['/senders', '/senders/1', '/restart/1', '/senders']);
    for (const part of [senders, other, change]) await part.leave();
    await invalidate('/senders');
    expect(paths()).toHaveLength(4);
  });

  it('returns why it failed, until the next try', async () => {
    const change = await onPage(restart, {});
    const done = jest.fn();
    await press(() => change.now.run('1').then(done));
    await request(0).answer({ code: 'sender.unknown', title: 'Finns inte.' }, 404);
    expect(done).toHaveBeenCalledWith(undefined);
    expect(change.now).toMatchObject({ busy: false, failure: { problem: { code: 'sender.unknown' } } });
    await press(() => change.now.run('1'));
    expect(change.now).toMatchObject({ busy: true, failure: undefined });
    await request(1).answer({ done: true });
    expect(change.now).toMatchObject({ busy: false, failure: undefined });
    await change.leave();
  });
});
