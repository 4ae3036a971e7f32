import { misspeltSettings } from './misspelt-settings.js';

describe('a variable that looks like a setting', () => {
  it.each([
    ['a letter too few', 'CALL_PER_SECOND', 'CALLS_PER_SECOND'],
    ['a letter too many', 'TRUSTED_PROXXIES', 'TRUSTED_PROXIES'],
    ['two letters swapped', 'PUBILC_URL', 'PUBLIC_URL'],
    ['lower case', 'database_url', 'DATABASE_URL'],
    ['no line between the words', 'REDISURL', 'REDIS_URL'],
  ])('with %s is taken for it', (_, name, meant) => {
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
  ])('is not %s', (name) => {
    expect(misspeltSettings({ [name]: 'x' })).toEqual([]);
  });

  it('is no setting that is given rightly beside it', () => {
    expect(misspeltSettings({ PUBLIC_URL: 'a', PUBLIC_URI: 'b' })).toEqual([]);
  });
});
