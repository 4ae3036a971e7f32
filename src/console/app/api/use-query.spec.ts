import { onPage } from '../../../../test/support/hook-on-page.js';
import {
  answerByHand,
  look,
  pass,
  paths,
  press,
  request,
} from '../../../../test/support/requests-by-hand.js';
import { onSignedOut } from './call.js';
import { queryClient } from './query-client.js';
import { useQuery } from './use-query.js';

answerByHand(queryClient);

describe('an answer on a page', () => {
  it('is asked for when the page opens, and is there when it has come', async () => {
    const topics = await onPage(() => useQuery<string[]>('/topics'), {});
    expect(topics.now).toMatchObject({ data: undefined, loading: true });
    await request(0).answer(['vatten']);
    expect(topics.now).toMatchObject({ data: ['vatten'], loading: false });
    expect(paths()).toEqual(['/topics']);
    await topics.leave();
  });

  it('is not asked for without a path', async () => {
    const hold = await onPage(() => useQuery(undefined), {});
    expect(hold.now).toMatchObject({ data: undefined, loading: false });
    expect(paths()).toEqual([]);
    await hold.leave();
  });

  it('is not replaced by an older one that arrives after a change has given a newer one', async () => {
    const broadcast = await onPage(() => useQuery<string>('/broadcasts/1', { every: 10_000 }), {});
    await request(0).answer('pending-approval');
    await pass(10_000);
    await press(() => broadcast.now.replace(() => 'approved'));
    await request(1).answer('pending-approval');
    expect(broadcast.now).toMatchObject({ data: 'approved', loading: false });
    await broadcast.leave();
  });

  it('is not replaced by an older one that arrives after the next one was asked for', async () => {
    const hold = await onPage(() => useQuery<string>('/hold', { every: 10_000 }), {});
    await request(0).answer('held');
    await pass(10_000);
    await press(() => hold.now.reload());
    await request(2).answer('over');
    await request(1).answer('held');
    expect(hold.now.data).toBe('over');
    expect(request(1).signal.aborted).toBe(true);
    await hold.leave();
  });

  it('is that of the path that is asked for, however late that of the path before arrives', async () => {
    const found = await onPage((q: string) => useQuery<string>(`/places?q=${q}`, { keepsBefore: true }), 'a');
    await request(0).answer('Alvik');
    await found.draw('b');
    expect(found.now).toMatchObject({ data: 'Alvik', loading: true });
    await found.draw('c');
    await request(2).answer('Centrum');
    await request(1).answer('Bergnäset');
    expect(found.now).toMatchObject({ data: 'Centrum', loading: false });
    expect(request(1).signal.aborted).toBe(true);
    await found.leave();
  });

  it('is another for another body', async () => {
    const reach = await onPage((place: string) => useQuery<number>('/preview', { body: { place } }), 'p1');
    await request(0).answer(3);
    await reach.draw('p2');
    expect(reach.now).toMatchObject({ data: undefined, loading: true });
    await request(1).answer(4);
    expect(reach.now.data).toBe(4);
    expect([request(0).method, request(1).method]).toEqual(['POST', 'POST']);
    await reach.leave();
  });

  it('stays beside the failure of asking again, until an answer comes', async () => {
    const areas = await onPage(() => useQuery<string[]>('/areas'), {});
    await request(0).answer(['Porsön']);
    await press(() => areas.now.reload());
    await request(1).answer({ code: 'unexpected', title: 'Något gick fel.' }, 500);
    expect(areas.now).toMatchObject({ data: ['Porsön'], loading: false });
    expect(areas.now.failure).toMatchObject({ kind: 'refused', problem: { code: 'unexpected' } });
    await press(() => areas.now.reload());
    await request(2).answer(['Porsön']);
    expect(areas.now.failure).toBeUndefined();
    await areas.leave();
  });

  it('that fails is not asked for again by itself', async () => {
    const areas = await onPage(() => useQuery('/areas'), {});
    await request(0).answer({ code: 'unexpected', title: 'Något gick fel.' }, 500);
    await pass(600_000);
    expect(paths()).toHaveLength(1);
    await areas.leave();
  });

  it('is gone with the page, and its request ends', async () => {
    const first = await onPage(() => useQuery<string>('/hold', { every: 10_000 }), {});
    await request(0).answer('held');
    await pass(10_000);
    await first.leave();
    expect(request(1).signal.aborted).toBe(true);
    await pass(60_000);
    expect(paths()).toHaveLength(2);
    const second = await onPage(() => useQuery<string>('/hold'), {});
    expect(second.now).toMatchObject({ data: undefined, loading: true });
    await second.leave();
  });

  it('that was there from the start is asked for on request only', async () => {
    const saved = await onPage(() => useQuery<string>('/broadcasts/1', { initial: 'draft' }), {});
    expect(saved.now).toMatchObject({ data: 'draft', loading: false });
    await press(() => saved.now.reload());
    await request(0).answer('counted again');
    expect(saved.now.data).toBe('counted again');
    expect(paths()).toHaveLength(1);
    await saved.leave();
  });

  it('tells when nobody is signed in any more', async () => {
    const signedOut = jest.fn();
    onSignedOut(signedOut);
    const areas = await onPage(() => useQuery('/areas'), {});
    await request(0).answer({ code: 'staff.sign-in-required', title: 'Logga in.' }, 401);
    expect(signedOut).toHaveBeenCalledTimes(1);
    await areas.leave();
    onSignedOut(() => undefined);
  });
});

describe('an answer that is asked for again and again', () => {
  it('is asked for while somebody looks at the page, and when they come back', async () => {
    const hold = await onPage(() => useQuery<string>('/hold', { every: 10_000 }), {});
    await request(0).answer('none');
    await pass(10_000);
    await request(1).answer('none');
    await look(true);
    await pass(60_000);
    expect(paths()).toHaveLength(2);
    await look(false);
    expect(paths()).toHaveLength(3);
    await request(2).answer('none');
    await hold.leave();
  });

  it('is not asked for on every change of tabs', async () => {
    const hold = await onPage(() => useQuery<string>('/hold', { every: 10_000 }), {});
    await request(0).answer('none');
    await pass(4_000);
    await look(true);
    await look(false);
    expect(paths()).toHaveLength(1);
    await hold.leave();
  });

  it('is asked for as often as the last answer says', async () => {
    const every = (state: string | undefined) => state === 'draft' && 10_000;
    const broadcast = await onPage(() => useQuery<string>('/broadcasts/1', { every }), {});
    await request(0).answer('draft');
    await pass(10_000);
    await request(1).answer('completed');
    await pass(60_000);
    expect(paths()).toHaveLength(2);
    await broadcast.leave();
  });

  it('is not asked for by coming back to the page when it is not asked for again otherwise', async () => {
    const list = await onPage(() => useQuery<string[]>('/broadcasts/1/unreached'), {});
    await request(0).answer([]);
    await look(true);
    await look(false);
    expect(paths()).toHaveLength(1);
    await list.leave();
  });
});
