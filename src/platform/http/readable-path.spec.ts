import { withReadablePath } from './readable-path.js';

describe('withReadablePath', () => {
  it.each([
    ['/amnen', '/amnen'],
    ['/caf%C3%A9?q=%E0', '/caf%C3%A9?q=%E0'],
    ['/console/broadcasts/%E0', '/console/broadcasts/%25E0'],
    ['/%?a=%41', '/%25?a=%41'],
    ['/%C3%A9/%ZZ', '/%25C3%25A9/%25ZZ'],
  ])('reads %s as %s', (url, read) => {
    expect(withReadablePath(url)).toBe(read);
  });
});
