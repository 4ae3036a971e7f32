import { pageIn } from './words.js';

describe('where the widget leads', () => {
  const server = 'https://sms.alavik.example.se';

  it('is the page in the language of its reader', () => {
    expect(pageIn('sv', server, 'a')).toBe(`${server}/aktuellt/a`);
    expect(pageIn('en', server, 'a')).toBe(`${server}/en/news/a`);
    expect(pageIn('en', server)).toBe(`${server}/en/news`);
  });
});
