import { paths, routeOf } from './routes.js';

describe('an address of the console', () => {
  it.each([
    ['/console', { page: 'broadcasts' }],
    [paths.broadcasts, { page: 'broadcasts' }],
    [paths.compose, { page: 'compose' }],
    [paths.broadcast('a b'), { page: 'broadcast', id: 'a b' }],
    [paths.directory, { page: 'directory' }],
    [paths.edit('1'), { page: 'compose', id: '1' }],
    ['/console/broadcasts/1/other', { page: 'unknown' }],
    ['/console/broadcasts', { page: 'unknown' }],
    ['/elsewhere', { page: 'unknown' }],
  ])('%s', (path, route) => {
    expect(routeOf(path)).toEqual(route);
  });
});
