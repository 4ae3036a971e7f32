import { passesByItself } from './passes-by-itself.js';

const failed = (code: string) => Object.assign(new Error('failed'), { code });

describe('a failed statement', () => {
  it.each([
    ['the database is unavailable', failed('ECONNREFUSED')],
    ['its connection was cut', new Error('Connection terminated unexpectedly')],
    ['a deadlock', failed('40P01')],
    ['a lock', failed('55P03')],
    ['a timeout', failed('57014')],
    ['a read-only server', failed('25006')],
    ['a column that the next migration adds', failed('42703')],
    ['a role without its rights', failed('42501')],
    ['the same, thrown by TypeORM', Object.assign(new Error('failed'), { driverError: failed('08006') })],
  ])('may succeed later: %s', (_why, error) => {
    expect(passesByItself(error)).toBe(true);
  });

  it.each([
    ["a character that text can't hold", failed('22021')],
    ['a row that is too large for its index', failed('54000')],
    ['a constraint', Object.assign(new Error('failed'), { driverError: failed('23514') })],
    ['a bug of ours', new TypeError('undefined is not a function')],
    ['nothing at all', undefined],
  ])('will never succeed: %s', (_why, error) => {
    expect(passesByItself(error)).toBe(false);
  });
});
