import { QueryFailedError } from 'typeorm';
import { databaseFault } from './database-fault.js';

const coded = (code: string, message = 'x') => Object.assign(new Error(message), { code });
const failed = (code: string) => new QueryFailedError('SELECT 1', [], coded(code));

describe('a fault of the database', () => {
  it.each<[string, unknown, string | undefined]>([
    ['a server that stops', failed('57P01'), 'database-away'],
    ['a server that starts', coded('57P03'), 'database-away'],
    ['no server', coded('ECONNREFUSED'), 'database-away'],
    ['a connection that broke', failed('08006'), 'database-away'],
    ['too many connections', coded('53300', 'sorry, too many clients already'), 'database-away'],
    ['a dead connection', new Error('Connection terminated unexpectedly'), 'database-away'],
    ['a full pool', new Error('timeout exceeded when trying to connect'), 'database-away'],
    ['a statement out of time', failed('57014'), 'took-too-long'],
    ['a deadlock', failed('40P01'), 'others-at-it'],
    ['a lock out of time', failed('55P03'), 'others-at-it'],
    [
      'a request that its client broke off',
      Object.assign(coded('ECONNRESET', 'aborted'), { statusCode: 400 }),
      undefined,
    ],
    ['a broken rule', failed('23505'), undefined],
    ['a slip of ours', failed('42P01'), undefined],
    ['another error', new Error('out of ink'), undefined],
    ['nothing', undefined, undefined],
  ])('is told as what it is: %s', (_what, error, code) => {
    expect(databaseFault(error)?.code).toBe(code);
  });
});
