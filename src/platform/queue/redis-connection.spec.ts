import { parseRedisUrl } from './redis-connection.js';

describe('parseRedisUrl', () => {
  it.each([
    ['redis://localhost', { kind: 'single', tls: false, endpoint: { host: 'localhost', port: 6379 }, db: 0 }],
    ['redis://h:6380/3', { kind: 'single', tls: false, endpoint: { host: 'h', port: 6380 }, db: 3 }],
    ['redis://[::1]:6379', { kind: 'single', tls: false, endpoint: { host: '::1', port: 6379 }, db: 0 }],
    [
      'rediss://me:p%40ss@h',
      {
        kind: 'single',
        tls: true,
        username: 'me',
        password: 'p@ss',
        endpoint: { host: 'h', port: 6379 },
        db: 0,
      },
    ],
    [
      'redis://:secret@h',
      { kind: 'single', tls: false, password: 'secret', endpoint: { host: 'h', port: 6379 }, db: 0 },
    ],
    [
      'redis+sentinel://a,b:26380/main/1',
      {
        kind: 'sentinel',
        tls: false,
        endpoints: [
          { host: 'a', port: 26379 },
          { host: 'b', port: 26380 },
        ],
        name: 'main',
        db: 1,
      },
    ],
    [
      'rediss+cluster://a:7000,b',
      {
        kind: 'cluster',
        tls: true,
        endpoints: [
          { host: 'a', port: 7000 },
          { host: 'b', port: 6379 },
        ],
      },
    ],
  ])('reads %s', (url, address) => {
    expect(parseRedisUrl(url)).toEqual(address);
  });

  it.each(['', 'localhost:6379', 'http://localhost', 'redis+sentinel://host', 'redis://:secret-word@'])(
    'refuses "%s"; the error names the variable but not its value',
    (url) => {
      expect(() => parseRedisUrl(url)).toThrow(/REDIS_URL/);
      expect(() => parseRedisUrl(url)).not.toThrow(/secret-word/);
    },
  );
});
