import { act } from 'preact/test-utils';
import { onPage } from '../../../../test/support/hook-on-page.js';
import { aReport } from '../../../../test/support/report.js';
import { answerByHand, pass, paths, press, request } from '../../../../test/support/requests-by-hand.js';
import type { Broadcast, BroadcastState } from '../api/answers.js';
import { queryClient } from '../api/query-client.js';
import { useBroadcast } from './use-broadcast.js';

/** A fake of the browser's event stream, driven by the test. */
class Stream extends EventTarget {
  static last: Stream;
  isOpen = true;
  constructor(readonly url: string) {
    super();
    Stream.last = this;
  }
  close(): void {
    this.isOpen = false;
  }
  says(state: BroadcastState, percent: number): Promise<void> {
    const data = JSON.stringify({ state, percent, report });
    return act(() => void this.dispatchEvent(new MessageEvent('progress', { data })));
  }
  is(what: 'open' | 'error'): Promise<void> {
    return act(() => void this.dispatchEvent(new Event(what)));
  }
}

const report = aReport({ planned: 10, pending: 10 });
const sent = (state: BroadcastState, percent: number) => ({ id: 'b1', state, percent, report });

describe('useBroadcast', () => {
  answerByHand(queryClient);
  beforeAll(() => Object.assign(globalThis, { EventSource: Stream }));
  afterAll(() => Reflect.deleteProperty(globalThis, 'EventSource'));

  it('follows its events, and does not poll while they arrive', async () => {
    const page = await onPage(useBroadcast, 'b1');
    await request(0).answer(sent('sending', 10));
    await Stream.last.is('open');
    for (const percent of [20, 40, 60]) {
      await pass(10_000);
      await Stream.last.says('sending', percent);
    }
    expect(page.now.data).toMatchObject({ state: 'sending', percent: 60 });
    expect(paths()).toEqual(['/broadcasts/b1']);
    await page.leave();
    expect(Stream.last.isOpen).toBe(false);
  });

  it('reloads the broadcast once when an event changes its state', async () => {
    const page = await onPage(useBroadcast, 'b1');
    await request(0).answer({ ...sent('approved', 0), allowed: ['cancellation'] });
    await pass(1);
    for (const percent of [1, 2, 3]) await Stream.last.says('sending', percent);
    expect(paths()).toHaveLength(2);
    expect(page.now.data).toMatchObject({ state: 'sending', percent: 3, allowed: ['cancellation'] });
    await request(1).answer({ ...sent('sending', 0), allowed: ['pause'] });
    expect(page.now.data).toMatchObject({ state: 'sending', percent: 3, allowed: ['pause'] });
    await page.leave();
  });

  it('keeps the result of a decision when an earlier request answers later', async () => {
    const page = await onPage(useBroadcast, 'b1');
    await request(0).answer({ id: 'b1', state: 'pending-approval' });
    await pass(10_000);
    await press(() => page.now.replace(() => ({ id: 'b1', state: 'rejected' }) as Broadcast));
    await request(1).answer({ id: 'b1', state: 'pending-approval' });
    expect(page.now.data!.state).toBe('rejected');
    await page.leave();
  });

  it('polls every 12 seconds while the stream is open but silent', async () => {
    const page = await onPage(useBroadcast, 'b1');
    await request(0).answer(sent('paused', 10));
    await Stream.last.is('open');
    await pass(11_999);
    expect(paths()).toHaveLength(1);
    for (const requests of [2, 3]) {
      await pass(requests === 2 ? 1 : 12_000);
      expect(paths()).toHaveLength(requests);
      await request(requests - 1).answer(sent('paused', 10));
    }
    await page.leave();
  });

  it('polls every 4 seconds while there is no stream', async () => {
    const page = await onPage(useBroadcast, 'b1');
    await request(0).answer(sent('sending', 10));
    await Stream.last.is('error');
    await pass(3_999);
    expect(paths()).toHaveLength(1);
    await pass(1);
    await request(1).answer(sent('sending', 20));
    expect(page.now.data!.percent).toBe(20);
    await page.leave();
  });

  it('polls every 10 seconds while the broadcast waits for a person, even without a stream', async () => {
    const page = await onPage(useBroadcast, 'b1');
    await request(0).answer({ id: 'b1', state: 'pending-approval' });
    await Stream.last.is('error');
    await pass(9_999);
    expect(paths()).toHaveLength(1);
    await pass(1);
    expect(paths()).toHaveLength(2);
    await page.leave();
  });

  it('stops polling when the broadcast is completed', async () => {
    const page = await onPage(useBroadcast, 'b1');
    await request(0).answer(sent('sending', 90));
    await Stream.last.says('completed', 100);
    await request(1).answer(sent('completed', 100));
    expect(Stream.last.isOpen).toBe(false);
    await pass(600_000);
    expect(paths()).toHaveLength(2);
    await page.leave();
  });
});
