import type { DataSource } from 'typeorm';
import { problemOf } from '../platform/http/problem.filter.js';
import { AudienceCountsRepository } from './audience-counts.repository.js';
import { CountCache } from './count-cache.repository.js';

const failingWith = (error: Error): AudienceCountsRepository => {
  const db = { transaction: () => Promise.reject(error), query: () => Promise.resolve([]) };
  return new AudienceCountsRepository(
    db as unknown as DataSource,
    new CountCache(db as unknown as DataSource),
  );
};

describe('a count that exceeds the statement timeout', () => {
  const outOfTime = Object.assign(new Error('canceling statement due to statement timeout'), {
    code: '57014',
  });

  it.each([
    ['sv', 'Registret räknas om just nu, så det tog för lång tid. Försök igen om en minut.'],
    ['en', 'The register is being worked out, so this took too long. Try again in a minute.'],
  ])('is a 503 with a text (%s), for places and for other audiences', async (language, title) => {
    for (const audience of [{ places: ['a'] }, { recipientsOf: 'b' }]) {
      const error: unknown = await failingWith(outOfTime)
        .count(audience, 'both')
        .catch((e: unknown) => e);
      expect(problemOf(error, language)).toEqual({
        type: 'urn:budkavle:audience.being-worked-out',
        code: 'audience.being-worked-out',
        status: 503,
        title,
      });
    }
  });

  it('other failures are thrown unchanged', async () => {
    const fault = new Error('relation "reach" does not exist');
    await expect(failingWith(fault).count({ places: ['a'] }, 'both')).rejects.toBe(fault);
  });
});
