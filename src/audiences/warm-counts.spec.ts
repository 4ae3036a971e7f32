import { Logger } from '@nestjs/common';
import type { AudienceCountsRepository } from './audience-counts.repository.js';
import type { CountCache } from './count-cache.repository.js';
import { WarmCounts } from './warm-counts.js';

describe('counting audiences ahead', () => {
  it('logs an error once while it fails, then warnings at growing intervals', async () => {
    let fails = true;
    const count = jest.fn(() => (fails ? Promise.reject(new Error('timeout')) : Promise.resolve()));
    const warm = new WarmCounts(
      { count } as unknown as AudienceCountsRepository,
      { toCountAhead: () => Promise.resolve([{ places: ['a'], channels: 'both' }]) } as unknown as CountCache,
    );
    const error = jest.spyOn(Logger.prototype, 'error').mockReturnValue(undefined);
    const warn = jest.spyOn(Logger.prototype, 'warn').mockReturnValue(undefined);
    const triedIn: number[] = [];
    const runs = async (from: number, to: number) => {
      for (let run = from; run < to; run++) {
        count.mockClear();
        await warm.run();
        if (count.mock.calls.length > 0) triedIn.push(run);
      }
    };
    await runs(0, 13);
    expect(triedIn).toEqual([0, 2, 6]);
    expect([error.mock.calls.length, warn.mock.calls.length]).toEqual([1, 2]);
    jest.restoreAllMocks();
    fails = false;
    await runs(13, 18);
    expect(triedIn).toEqual([0, 2, 6, 14, 15, 16, 17]);
  });
});
