import { misspeltSettings } from './misspelt-settings.js';

describe('a misspelt setting', () => {
  it.each([
    ['a missing letter', 'CALL_PER_SECOND', 'CALLS_PER_SECOND'],
    ['an extra letter', 'TRUSTED_PROXXIES', 'TRUSTED_PROXIES'],
    ['two letters swapped', 'PUBILC_URL', 'PUBLIC_URL'],
    ['lower case', 'database_url', 'DATABASE_URL'],
    ['no underscore between the words', 'REDISURL', 'REDIS_URL'],
  ])('is recognized with %s', (_, name, meant) => {
    expect(misspeltSettings({ [name]: 'x' })).toEqual([{ name, meant }]);
  });

  it.each([
    'PATH',
    'HOME',
    'PGHOST',
    'DATABASE_URL',
    'DATABASE_URL_FILE',
    'LANG',
    'USER',
    'PWD',
    'HOSTNAME',
    'TERM',
  ])('is not reported for %s', (name) => {
    expect(misspeltSettings({ [name]: 'x' })).toEqual([]);
  });

  it('is not reported if the correct setting is also given', () => {
    expect(misspeltSettings({ PUBLIC_URL: 'a', PUBLIC_URI: 'b' })).toEqual([]);
  });
});
