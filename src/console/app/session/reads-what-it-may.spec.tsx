import { render } from 'preact-render-to-string';
import type { ComponentChild } from 'preact';
import { roles } from '../../../staff/member.js';
import { rightsOf, type Right } from '../../../staff/rights.js';
import { BroadcastPage } from '../broadcast/broadcast-page.js';
import { BroadcastsPage } from '../broadcasts/broadcasts-page.js';
import { AccountsPage } from '../accounts/accounts-page.js';
import { AreasPage } from '../areas/areas-page.js';
import { IncidentPage } from '../incident/incident-page.js';
import { MePage } from '../me/me-page.js';
import { DirectoryPage } from '../directory/directory-page.js';
import { RotaPage } from '../rota/rota-page.js';
import { TopicPage } from '../topics/topic-page.js';
import { TopicsPage } from '../topics/topics-page.js';
import { TemplatePage } from '../templates/template-page.js';
import { TemplatesPage } from '../templates/templates-page.js';
import { paths } from '../navigation/routes.js';
import { Shell } from '../shell/shell.js';

/** What a page may read, and the right that the API requires for it. A path that is not here fails the test. */
const rightToRead: Readonly<Record<string, Right>> = {
  '/hold': 'broadcast.read',
  '/broadcasts': 'broadcast.read',
  '/broadcasts/b1': 'broadcast.read',
  '/broadcasts/b1/unreached': 'unreached.read',
  '/incidents': 'broadcast.read',
  '/incidents/b1': 'broadcast.read',
  '/incidents/b1/map': 'broadcast.read',
  '/departments': 'broadcast.read',
  '/senders': 'sender.read',
  '/provider-troubles': 'sender.read',
  '/places': 'place.read',
  '/areas': 'place.read',
  '/session/phone': 'own-phone.set',
  '/rota': 'rota.read',
  '/topics': 'topic.read',
  '/topics/t1/subscribers': 'topic.read',
  '/templates': 'template.read',
  '/templates/t1': 'template.read',
  '/directory/sources': 'source.read',
  '/directory/quarantine': 'quarantine.read',
  '/role-mappings': 'role-mapping.write',
  '/waiting-accounts': 'member.write',
};

const broadcast = {
  id: 'b1',
  kind: 'alert',
  state: 'cancelled',
  lane: 'urgent',
  audience: { places: ['p1'], minus: { places: ['p2'] }, near: [] },
  audienceName: 'Kronan',
  texts: [],
  channels: 'both',
  exercise: false,
  createdAt: '2026-11-30T10:00:00Z',
  expiresAt: '2026-11-30T12:00:00Z',
  history: [],
  followedBy: [],
  otherAllClears: [],
  stillGoingOut: [],
  otherWordings: [],
  allowed: [],
};

const topic = {
  id: 't1',
  slug: 'vatten',
  name: { sv: 'Vatten', en: 'Water' },
  description: { sv: 'Vatten', en: 'Water' },
  state: 'open',
  department: 'VA',
  owner: 'Ägaren',
  position: 0,
  subscribers: 1,
  version: 1,
  mayChange: false,
};

const incident = {
  root: 'b1',
  latest: 'b1',
  title: 'Kronan',
  named: false,
  exercise: false,
  calledOff: false,
  broadcasts: [{ ...broadcast, planned: 3 }],
  timeline: [],
  costOre: 0,
};

const asked = new Set<string>();
const answers: Readonly<Record<string, unknown>> = {
  '/broadcasts/b1': { askedAt: 0, broadcast },
  '/incidents/b1': incident,
  '/topics': [topic],
};
let mine: readonly Right[] = [];
const answered = (path: string | undefined) => {
  if (path !== undefined) asked.add(path.split('?')[0]!);
  return {
    data: answers[path ?? ''],
    loading: false,
    more: false,
  };
};
jest.mock('../api/use-query.js', () => ({ useQuery: (path: string | undefined) => answered(path) }));
jest.mock('../api/use-pages.js', () => ({ usePages: (path: string) => answered(path) }));
jest.mock('../api/use-post-once.js', () => ({ usePostOnce: () => ({ busy: false }) }));
jest.mock('../waiting/sound.js', () => ({ isSoundOn: () => false }));
jest.mock('../shell/use-media.js', () => ({ useMedia: () => true }));
jest.mock('./session.js', () => ({
  useSession: () => ({ state: 'in', member: { name: 'Anna', department: 'VA', may: mine } }),
}));

const pages: Readonly<Record<string, () => ComponentChild>> = {
  'the list of broadcasts': () => <BroadcastsPage />,
  'a broadcast': () => <BroadcastPage id="b1" />,
  'an incident': () => <IncidentPage id="b1" />,
  'the saved areas': () => <AreasPage />,
  'the directory': () => <DirectoryPage />,
  'the topics': () => <TopicsPage />,
  'a topic': () => <TopicPage id="t1" />,
  'the templates': () => <TemplatesPage />,
  'a template': () => <TemplatePage id="t1" />,
  'their own details': () => <MePage />,
  'the rota': () => <RotaPage />,
  'sign-in and roles': () => <AccountsPage />,
};
const shown = (page: () => ComponentChild, may: readonly Right[]): string => {
  mine = may;
  asked.clear();
  return render(<Shell>{page()}</Shell>);
};

describe.each(Object.entries(pages))('the page of %s', (_name, page) => {
  it.each(roles)('reads nothing that the role %s may not read', (role) => {
    const may = rightsOf({ roles: [role] });
    shown(page, may);
    expect(asked.size).toBeGreaterThan(0);
    expect([...asked].filter((path) => !may.includes(rightToRead[path]!))).toEqual([]);
  });

  it('reads nothing else for a member who may only read broadcasts', () => {
    // A map reads tiles.
    expect(shown(page, ['broadcast.read'])).not.toContain('collapsible-map');
    expect([...asked].filter((path) => rightToRead[path] !== 'broadcast.read')).toEqual([]);
  });

  it('offers to write a broadcast only to a member who may', () => {
    expect(shown(page, ['broadcast.read'])).not.toContain(`href="${paths.compose}"`);
    expect(shown(page, ['broadcast.read', 'broadcast.write'])).toContain(`href="${paths.compose}"`);
  });
});
