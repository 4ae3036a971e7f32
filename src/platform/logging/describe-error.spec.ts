import { QueryFailedError } from 'typeorm';
import { describeError } from './describe-error.js';

describe('an error in the log', () => {
  it('contains the failed statement, but no personal data', () => {
    const driverError = Object.assign(
      new Error('duplicate key value violates unique constraint "phone_pkey"'),
      {
        code: '23505',
        table: 'phone',
        detail: 'Key (e164)=(+46701740605) already exists.',
      },
    );
    const said = describeError(
      new QueryFailedError('INSERT INTO phone VALUES ($1)', ['+46701740605'], driverError),
    );
    expect(said).toMatchObject({ type: 'QueryFailedError', code: '23505', table: 'phone' });
    expect(said['query']).toContain('INSERT INTO phone');
    expect(JSON.stringify(said)).not.toContain('46701740605');
  });

  it('can be any thrown value', () => {
    expect(describeError('a word')).toEqual({ message: 'a word' });
  });
});
