import { Config } from '../../platform/config/config.js';
import { judgeConnections } from './examine-sessions.js';

describe('the connections that the doctor counts', () => {
  const judge = (workers: number, env: Record<string, string> = {}, others = 0) =>
    judgeConnections(
      { most: 97, inUse: 20 + others, others, workers },
      Config.read({ DATABASE_URL: 'postgres://localhost/a', ...env }),
    );

  it('are what one web and the workers there are may take, without Redis and with it', () => {
    expect(judge(1)).toEqual({
      kind: 'ok',
      what: "20 of the server's 97 connections are in use; a web may take 12, a worker 9",
    });
    // 12 + 9 × 9 + 4 = 97.
    expect(judge(9).kind).toBe('ok');
    expect(judge(10)).toMatchObject({
      kind: 'advice',
      what: expect.stringContaining('there are 10 workers: all at once they need 106') as unknown,
    });
    // 10 + 13 × 6 + 4 = 92.
    expect(judge(13, { REDIS_URL: 'redis://localhost' }).kind).toBe('ok');
    expect(judge(14, { REDIS_URL: 'redis://localhost' }).kind).toBe('advice');
  });

  it('are shared with the other databases of the server', () => {
    expect(judge(9, {}, 1).kind).toBe('advice');
    expect(judge(1, {}, 75).kind).toBe('advice');
  });

  it('follow DATABASE_POOL', () => {
    // 5 + 12 × 6 + 4 = 81.
    expect(judge(12, { DATABASE_POOL: '3' }).kind).toBe('ok');
  });
});
