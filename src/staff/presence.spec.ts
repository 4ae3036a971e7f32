import type { FastifyRequest } from 'fastify';
import { NEVER, takeUntil } from 'rxjs';
import { Presence } from './presence.js';
import type { StaffGuard } from './staff.guard.js';

describe('a long-lived stream', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('a stream ends within seconds of its session, but not because the database is down', async () => {
    const stillMay = jest.fn<Promise<boolean>, unknown[]>().mockResolvedValue(true);
    const presence = new Presence({ stillMay } as unknown as StaffGuard);
    const ended = jest.fn();
    NEVER.pipe(takeUntil(presence.ends({} as FastifyRequest, 'broadcast.read'))).subscribe({
      complete: ended,
    });
    await jest.advanceTimersByTimeAsync(10_000);
    stillMay.mockRejectedValue(new Error('the database is away'));
    await jest.advanceTimersByTimeAsync(10_000);
    expect(ended).not.toHaveBeenCalled();
    stillMay.mockResolvedValue(false);
    await jest.advanceTimersByTimeAsync(3_000);
    expect(ended).toHaveBeenCalledTimes(1);
  });
});
