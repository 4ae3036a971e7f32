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

describe('useQuery', () => {
  it('fetches the answer when the page opens', async () => {
    const topics = await onPage(() => useQuery<string[]>('/topics'), {});
    expect(topics.now).toMatchObject({ data: undefined, loading: true });
    await request(0).answer(['vatten']);
    expect(topics.now).toMatchObject({ data: ['vatten'], loading: false });
    expect(paths()).toEqual(['/topics']);
    await topics.leave();
  });

  it('fetches nothing without a path', async () => {
    const hold = await onPage(() => useQuery(undefined), {});
    expect(hold.now).toMatchObject({ data: undefined, loading: false });
    expect(paths()).toEqual([]);
    await hold.leave();
  });

  it('ignores an older answer that arrives after a change has set a newer one', async () => {
    const broadcast = await onPage(() => useQuery<string>('/broadcasts/1', { every: 10_000 }), {});
    await request(0).answer('pending-approval');
    await pass(10_000);
    await press(() => broadcast.now.replace(() => 'approved'));
    await request(1).answer('pending-approval');
    expect(broadcast.now).toMatchObject({ data: 'approved', loading: false });
    await broadcast.leave();
  });

  it('ignores an older answer that arrives after a newer request was made', async () => {
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

  it("shows the answer of the current path, however late the previous path's answer arrives", async () => {
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

  it('has another answer for another body', async () => {
    const reach = await onPage((place: string) => useQuery<number>('/preview', { body: { place } }), 'p1');
    await request(0).answer(3);
    await reach.draw('p2');
    expect(reach.now).toMatchObject({ data: undefined, loading: true });
    await request(1).answer(4);
    expect(reach.now.data).toBe(4);
    expect([request(0).method, request(1).method]).toEqual(['POST', 'POST']);
    await reach.leave();
  });

  it('keeps the old answer beside a failed reload, until a new answer arrives', async () => {
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

  it('does not retry a failed request by itself', async () => {
    const areas = await onPage(() => useQuery('/areas'), {});
    await request(0).answer({ code: 'unexpected', title: 'Något gick fel.' }, 500);
    await pass(600_000);
    expect(paths()).toHaveLength(1);
    await areas.leave();
  });

  it('is dropped with the page, and its request is aborted', async () => {
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

  it('with an initial answer, fetches only on reload', async () => {
    const saved = await onPage(() => useQuery<string>('/broadcasts/1', { initial: 'draft' }), {});
    expect(saved.now).toMatchObject({ data: 'draft', loading: false });
    await press(() => saved.now.reload());
    await request(0).answer('counted again');
    expect(saved.now.data).toBe('counted again');
    expect(paths()).toHaveLength(1);
    await saved.leave();
  });

  it('calls the listener when the session has ended', async () => {
    const signedOut = jest.fn();
    onSignedOut(signedOut);
    const areas = await onPage(() => useQuery('/areas'), {});
    await request(0).answer({ code: 'staff.sign-in-required', title: 'Logga in.' }, 401);
    expect(signedOut).toHaveBeenCalledTimes(1);
    await areas.leave();
    onSignedOut(() => undefined);
  });
});

describe('useQuery with polling', () => {
  it('polls while the page is visible, and when the user comes back', async () => {
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

  it('does not fetch at every switch between tabs', async () => {
    const hold = await onPage(() => useQuery<string>('/hold', { every: 10_000 }), {});
    await request(0).answer('none');
    await pass(4_000);
    await look(true);
    await look(false);
    expect(paths()).toHaveLength(1);
    await hold.leave();
  });

  it('polls at the interval that depends on the last answer', async () => {
    const every = (state: string | undefined) => state === 'draft' && 10_000;
    const broadcast = await onPage(() => useQuery<string>('/broadcasts/1', { every }), {});
    await request(0).answer('draft');
    await pass(10_000);
    await request(1).answer('completed');
    await pass(60_000);
    expect(paths()).toHaveLength(2);
    await broadcast.leave();
  });

  it('without polling, does not fetch when the user comes back', async () => {
    const list = await onPage(() => useQuery<string[]>('/broadcasts/1/unreached'), {});
    await request(0).answer([]);
    await look(true);
    await look(false);
    expect(paths()).toHaveLength(1);
    await list.leave();
  });
});
