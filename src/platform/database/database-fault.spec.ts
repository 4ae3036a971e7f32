import { QueryFailedError } from 'typeorm';
import { databaseFault } from './database-fault.js';

const coded = (code: string, message = 'x') => Object.assign(new Error(message), { code });
const failed = (code: string) => new QueryFailedError('SELECT 1', [], coded(code));

describe('databaseFault', () => {
  it.each<[string, unknown, string | undefined]>([
    ['a server that is shutting down', failed('57P01'), 'database-away'],
    ['a server that is starting', coded('57P03'), 'database-away'],
    ['no server', coded('ECONNREFUSED'), 'database-away'],
    ['a broken connection', failed('08006'), 'database-away'],
    ['too many connections', coded('53300', 'sorry, too many clients already'), 'database-away'],
    ['a dead connection', new Error('Connection terminated unexpectedly'), 'database-away'],
    ['a full pool', new Error('timeout exceeded when trying to connect'), 'database-away'],
    ['a statement timeout', failed('57014'), 'took-too-long'],
    ['a deadlock', failed('40P01'), 'others-at-it'],
    ['a lock timeout', failed('55P03'), 'others-at-it'],
    [
      'a request that its client aborted',
      Object.assign(coded('ECONNRESET', 'aborted'), { statusCode: 400 }),
      undefined,
    ],
    ['a constraint violation', failed('23505'), undefined],
    ['a bug in a statement', failed('42P01'), undefined],
    ['another error', new Error('out of ink'), undefined],
    ['no error', undefined, undefined],
  ])('maps an error to its refusal, or to none: %s', (_what, error, code) => {
    expect(databaseFault(error)?.code).toBe(code);
  });
});
