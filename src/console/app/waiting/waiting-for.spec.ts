import { hasNews, waitingFor } from './waiting-for.js';

describe('what waits for an approver', () => {
  it('is what others wrote, and what a program wrote', () => {
    const by = (id: string, name?: string) => ({ id, ...(name ? { createdBy: { id: name, name } } : {}) });
    const waiting = waitingFor([by('1', 'anna'), by('2', 'bo'), by('3')], { id: 'bo' });
    expect(waiting.map(({ id }) => id)).toEqual(['1', '3']);
  });

  it.each([
    ['when the page opens', undefined, ['1'], false],
    ['when another broadcast waits', ['1'], ['1', '2'], true],
    ['when one replaces another', ['1'], ['2'], true],
    ['when the same waits', ['1'], ['1'], false],
    ['when one was decided', ['1', '2'], ['2'], false],
  ])('is news %s: %j, then %j', (_when, before, now, news) => expect(hasNews(before, now)).toBe(news));
});
