import { hasNews } from './has-news.js';

describe('what waits for an approver', () => {
  it.each([
    ['when the page opens', undefined, ['1'], false],
    ['when another broadcast waits', ['1'], ['1', '2'], true],
    ['when one replaces another', ['1'], ['2'], true],
    ['when the same waits', ['1'], ['1'], false],
    ['when one was decided', ['1', '2'], ['2'], false],
  ])('is news %s: %j, then %j', (_when, before, now, news) => expect(hasNews(before, now)).toBe(news));
});
