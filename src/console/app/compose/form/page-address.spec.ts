import { pageAddress } from './page-address.js';

describe('the address of a page', () => {
  it.each([
    ['alavik.se/vatten', 'https://alavik.se/vatten'],
    [' https://alavik.se ', 'https://alavik.se'],
    ['http://alavik.se', 'http://alavik.se'],
    ['  ', undefined],
    [undefined, undefined],
  ])('%p is sent as %p', (written, sent) => {
    expect(pageAddress(written)).toBe(sent);
  });
});
