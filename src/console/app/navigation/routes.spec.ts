import { paths, routeOf } from './routes.js';

describe('routeOf', () => {
  it.each([
    ['/console', { page: 'broadcasts' }],
    [paths.broadcasts, { page: 'broadcasts' }],
    [paths.compose, { page: 'compose' }],
    [paths.broadcast('a b'), { page: 'broadcast', id: 'a b' }],
    [paths.areas, { page: 'areas' }],
    ['/console/areas/1', { page: 'unknown' }],
    [paths.directory, { page: 'directory' }],
    [paths.topics, { page: 'topics' }],
    [paths.newTopic, { page: 'new-topic' }],
    [paths.topic('a b'), { page: 'topic', id: 'a b' }],
    ['/console/topics/%E0', { page: 'unknown' }],
    ['/console/topics/1/2', { page: 'unknown' }],
    [paths.templates, { page: 'templates' }],
    [paths.newTemplate, { page: 'new-template' }],
    [paths.template('a b'), { page: 'template', id: 'a b' }],
    ['/console/templates/1/2', { page: 'unknown' }],
    ['/console/templates/%E0', { page: 'unknown' }],
    [paths.me, { page: 'me' }],
    [paths.rota, { page: 'rota' }],
    [paths.edit('1'), { page: 'compose', id: '1' }],
    [paths.follow('a b', 'all-clear'), { page: 'follow', id: 'a b', relation: 'all-clear' }],
    [paths.follow('1', 'update'), { page: 'follow', id: '1', relation: 'update' }],
    [paths.follow('1', 'extension'), { page: 'follow', id: '1', relation: 'extension' }],
    ['/console/broadcasts/1/follow', { page: 'unknown' }],
    ['/console/broadcasts/1/follow/prequel', { page: 'unknown' }],
    ['/console/broadcasts/1/follow/update/more', { page: 'unknown' }],
    ['/console/broadcasts/1/edit/update', { page: 'unknown' }],
    ['/console/broadcasts/1/other', { page: 'unknown' }],
    ['/console/broadcasts/%E0', { page: 'unknown' }],
    ['/console/broadcasts/%E0/follow/update', { page: 'unknown' }],
    ['/console/broadcasts', { page: 'unknown' }],
    ['/elsewhere', { page: 'unknown' }],
  ])('routeOf recognises %s', (path, route) => {
    expect(routeOf(path)).toEqual(route);
  });
});
