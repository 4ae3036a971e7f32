import { Config } from '../../platform/config/config.js';
import { judgeConnections } from './examine-sessions.js';

describe('judgeConnections', () => {
  const judge = (workers: number, env: Record<string, string> = {}, others = 0) =>
    judgeConnections(
      { most: 97, inUse: 20 + others, others, workers },
      Config.read({ DATABASE_URL: 'postgres://localhost/a', ...env }),
    );

  it('adds up one web and the running workers, without and with Redis', () => {
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

  it('counts connections to other databases of the server too', () => {
    expect(judge(9, {}, 1).kind).toBe('advice');
    expect(judge(1, {}, 75).kind).toBe('advice');
  });

  it('uses DATABASE_POOL if it is set', () => {
    // 5 + 12 × 6 + 4 = 81.
    expect(judge(12, { DATABASE_POOL: '3' }).kind).toBe('ok');
  });
});
