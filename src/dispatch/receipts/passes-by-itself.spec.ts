import { passesByItself } from './passes-by-itself.js';

const failed = (code: string) => Object.assign(new Error('failed'), { code });

describe('a statement that failed', () => {
  it.each([
    ['the database is away', failed('ECONNREFUSED')],
    ['its connection was cut', new Error('Connection terminated unexpectedly')],
    ['a deadlock', failed('40P01')],
    ['a lock', failed('55P03')],
    ['a timeout', failed('57014')],
    ['a server that only reads', failed('25006')],
    ['a column that the next migration adds', failed('42703')],
    ['a role without its rights', failed('42501')],
    ['the same, as TypeORM says it', Object.assign(new Error('failed'), { driverError: failed('08006') })],
  ])('may succeed later: %s', (_why, error) => {
    expect(passesByItself(error)).toBe(true);
  });

  it.each([
    ['a character that text can not hold', failed('22021')],
    ['a row that is too large for its index', failed('54000')],
    ['a constraint', Object.assign(new Error('failed'), { driverError: failed('23514') })],
    ['a fault of ours', new TypeError('undefined is not a function')],
    ['nothing at all', undefined],
  ])('never will: %s', (_why, error) => {
    expect(passesByItself(error)).toBe(false);
  });
});
