import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { OpenAPIObject } from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import { startTestApp } from '../../test/support/app.js';
import { openTestDatabase } from '../../test/support/database.js';
import { hire, type Hired } from '../../test/support/staff.js';
import { newId } from '../kernel/ids.js';
import { roles, type Role } from '../staff/member.js';

/** Written out, so that a new role has no right by being in a list. */
const all: readonly Role[] = ['author', 'approver', 'service-owner', 'duty-officer', 'admin'];
const writers: readonly Role[] = ['author', 'approver', 'service-owner', 'duty-officer'];
const ownerOrDuty: readonly Role[] = ['service-owner', 'duty-officer'];
const anyone = 'anyone';

/** Every route of the API, and who may use it. A route that is not here fails the test. */
const who: Readonly<Record<string, readonly Role[] | typeof anyone>> = {
  'POST /api/v1/session': anyone,
  'DELETE /api/v1/session': anyone,
  'GET /api/v1/sign-in': anyone,
  'GET /api/v1/role-mappings': ['admin'],
  'PUT /api/v1/role-mappings': ['admin'],
  'GET /api/v1/waiting-accounts': ['admin'],
  'POST /api/v1/waiting-accounts/{id}/link': ['admin'],
  'DELETE /api/v1/waiting-accounts/{id}': ['admin'],
  'GET /api/v1/session': roles,
  'GET /api/v1/session/phone': all,
  'PUT /api/v1/session/phone': all,
  'POST /api/v1/session/phone/confirmation': all,
  'GET /api/v1/rota': all,
  'POST /api/v1/rota/shifts': ['service-owner', 'duty-officer', 'admin'],
  'DELETE /api/v1/rota/shifts/{id}': ['service-owner', 'duty-officer', 'admin'],
  'DELETE /api/v1/rota/shifts/{id}/following': ['service-owner', 'duty-officer', 'admin'],
  'POST /api/v1/rota/series': ['service-owner', 'duty-officer', 'admin'],
  'POST /api/v1/rota/series/preview': ['service-owner', 'duty-officer', 'admin'],
  'GET /api/v1/webhooks': ['service-owner', 'admin'],
  'POST /api/v1/webhooks': ['service-owner', 'admin'],
  'PUT /api/v1/webhooks/{id}': ['service-owner', 'admin'],
  'DELETE /api/v1/webhooks/{id}': ['service-owner', 'admin'],
  'POST /api/v1/webhooks/{id}/secrets': ['service-owner', 'admin'],
  'DELETE /api/v1/webhooks/{id}/secrets/previous': ['service-owner', 'admin'],
  'POST /api/v1/webhooks/{id}/tests': ['service-owner', 'admin'],
  'GET /api/v1/webhooks/{id}/deliveries': ['service-owner', 'admin'],
  'POST /api/v1/webhooks/{id}/deliveries/{delivery}/replay': ['service-owner', 'admin'],
  'GET /api/v1/look': ['service-owner', 'admin'],
  'PUT /api/v1/look': ['service-owner', 'admin'],
  'DELETE /api/v1/look': ['service-owner', 'admin'],
  'POST /api/v1/look/checks': ['service-owner', 'admin'],
  'GET /api/v1/social-accounts': all,
  'POST /api/v1/social-accounts': ['service-owner', 'admin'],
  'PUT /api/v1/social-accounts/{id}': ['service-owner', 'admin'],
  'DELETE /api/v1/social-accounts/{id}': ['service-owner', 'admin'],
  'GET /api/v1/broadcasts/{id}/posts': all,
  'POST /api/v1/broadcasts/{id}/posts/{post}/again': ['author', 'approver', 'duty-officer'],
  'POST /api/v1/broadcasts/{id}/posts/{post}/stop': ['author', 'approver', 'duty-officer'],
  'GET /api/v1/settings': roles,
  'GET /api/v1/senders': all,
  'DELETE /api/v1/senders/{id}/stop': ownerOrDuty,
  'GET /api/v1/provider-troubles': all,
  'GET /api/v1/hold': all,
  'POST /api/v1/hold/decisions': ownerOrDuty,
  'POST /api/v1/hold/end': ownerOrDuty,
  'POST /api/v1/hold/unasked': ownerOrDuty,
  'GET /api/v1/places': all,
  'POST /api/v1/places/drawn': all,
  'GET /api/v1/places/{id}': all,
  'GET /api/v1/addresses': all,
  'GET /api/v1/tiles/{z}/{x}/{y}.mvt': all,
  'GET /api/v1/areas': all,
  'POST /api/v1/areas': ownerOrDuty,
  'PUT /api/v1/areas/{id}': ownerOrDuty,
  'DELETE /api/v1/areas/{id}': ownerOrDuty,
  'POST /api/v1/directory/lookups': ownerOrDuty,
  'POST /api/v1/directory/placements': ['service-owner'],
  'POST /api/v1/directory/removals': ['service-owner'],
  'POST /api/v1/objections': ['service-owner'],
  'GET /api/v1/directory/sources': ['service-owner', 'duty-officer', 'admin'],
  'GET /api/v1/directory/quarantine': ownerOrDuty,
  'POST /api/v1/directory/quarantine/releases': ['service-owner'],
  'POST /api/v1/personal-data/exports': ['service-owner', 'admin'],
  'POST /api/v1/personal-data/erasures': ['service-owner', 'admin'],
  'GET /api/v1/inbound-texts': ownerOrDuty,
  'GET /api/v1/topics': all,
  'GET /api/v1/topics/{id}/subscribers': all,
  'POST /api/v1/topics': ['service-owner', 'admin'],
  'PUT /api/v1/topics/{id}': ['service-owner', 'admin'],
  'GET /api/v1/templates': all,
  'GET /api/v1/templates/{id}': all,
  'POST /api/v1/templates': ['service-owner', 'admin'],
  'PUT /api/v1/templates/{id}': ['service-owner', 'admin'],
  'POST /api/v1/templates/{id}/archive': ['service-owner', 'admin'],
  'POST /api/v1/templates/{id}/restoration': ['service-owner', 'admin'],
  'POST /api/v1/templates/{id}/reset': ['service-owner', 'admin'],
  'POST /api/v1/templates/{id}/review': ['service-owner', 'admin'],
  'DELETE /api/v1/templates/{id}/review/{language}': ['service-owner', 'admin'],
  'POST /api/v1/measure': all,
  'POST /api/v1/texts/review': all,
  'POST /api/v1/audiences/preview': writers,
  'POST /api/v1/broadcasts/{id}/extension-preview': writers,
  'POST /api/v1/broadcasts/open-alerts': writers,
  'GET /api/v1/broadcasts/waiting': ['approver'],
  'GET /api/v1/departments': all,
  'GET /api/v1/incidents': all,
  'GET /api/v1/incidents/{id}': all,
  'GET /api/v1/incidents/{id}/map': all,
  'PUT /api/v1/incidents/{id}/title': ['author', 'approver', 'service-owner', 'duty-officer'],
  'GET /api/v1/last-places': ['author'],
  'GET /api/v1/broadcasts': all,
  'POST /api/v1/broadcasts': ['author'],
  'GET /api/v1/broadcasts/{id}': all,
  'PUT /api/v1/broadcasts/{id}': ['author'],
  'POST /api/v1/broadcasts/{id}/samples': ['author', 'approver'],
  'POST /api/v1/broadcasts/{id}/submission': ['author'],
  'POST /api/v1/broadcasts/{id}/approval': ['approver'],
  'POST /api/v1/broadcasts/{id}/return': ['approver'],
  'POST /api/v1/broadcasts/{id}/rejection': ['approver'],
  'POST /api/v1/broadcasts/{id}/pause': ['author', 'approver', 'duty-officer'],
  'POST /api/v1/broadcasts/{id}/resumption': ['author', 'approver', 'duty-officer'],
  'POST /api/v1/broadcasts/{id}/start-now': ['author', 'approver', 'duty-officer'],
  'POST /api/v1/broadcasts/{id}/cancellation': ['author', 'approver', 'duty-officer'],
  'GET /api/v1/broadcasts/{id}/events': all,
  'GET /api/v1/broadcasts/{id}/report': all,
  'GET /api/v1/broadcasts/{id}/report/doubts': all,
  'GET /api/v1/broadcasts/{id}/unreached': writers,
  'GET /api/v1/broadcasts/{id}/unreached.geojson': writers,
  'GET /api/v1/broadcasts/{id}/unreached.csv': writers,
  'GET /api/v1/broadcasts/{id}/letterbox-notes.pdf': writers,
};

const methods = ['get', 'post', 'put', 'delete', 'patch'] as const;
/** Query strings that a route requires. */
const queries: Readonly<Record<string, string>> = { '/api/v1/addresses': '?q=a' };

describe('the rights to routes', () => {
  let app: NestFastifyApplication;
  let routes: string[];
  const members = new Map<string, Hired>();

  beforeAll(async () => {
    await (await openTestDatabase()).destroy();
    app = await startTestApp();
    for (const role of roles) members.set(role, await hire(app, role, [role]));
    const roleless = await hire(app, 'roleless');
    await app.get(DataSource).query(`UPDATE member SET roles = '{}' WHERE id = $1`, [roleless.id]);
    members.set('none', roleless);
    const { paths } = (await app.inject({ url: '/api/openapi.json' })).json<OpenAPIObject>();
    routes = Object.entries(paths).flatMap(([path, item]) =>
      methods.filter((method) => item[method]).map((method) => `${method.toUpperCase()} ${path}`),
    );
  });
  afterAll(() => app.close());

  const staffRoutes = () => routes.filter((route) => who[route] !== undefined && who[route] !== anyone);

  async function call(route: string, headers: Record<string, string> = {}) {
    const [method = '', path = ''] = route.split(' ');
    const url = path.replace('{z}/{x}/{y}', '1/0/0').replace('{id}', newId()) + (queries[path] ?? '');
    return app.inject({
      method: method as 'GET',
      url,
      headers,
      ...(method === 'POST' ? { payload: {} } : {}),
    });
  }

  it('are listed above for every route of the API, and for no other', () => {
    expect(routes.toSorted()).toEqual(Object.keys(who).toSorted());
  });

  it('refuse every staff route without signing in', async () => {
    for (const route of staffRoutes()) expect([route, (await call(route)).statusCode]).toEqual([route, 401]);
  });

  it.each(['none', ...roles])('let a member with the role %s use its routes and no others', async (role) => {
    for (const route of staffRoutes()) {
      const answer = await call(route, members.get(role)!.headers);
      const allowed = (who[route] as readonly string[]).includes(role);
      const refused =
        answer.statusCode === 403 && answer.json<{ code: string }>().code === 'staff.role-required';
      expect([route, refused]).toEqual([route, !allowed]);
      if (allowed) expect([route, answer.statusCode]).not.toEqual([route, 500]);
    }
  });

  it('of the signed-in member are listed in GET /session', async () => {
    const { may } = (
      await app.inject({ url: '/api/v1/session', headers: members.get('duty-officer')!.headers })
    ).json<{ may: string[] }>();
    expect(may).toEqual(expect.arrayContaining(['sender.restart', 'hold.decide', 'audience.preview']));
    expect(may).not.toContain('broadcast.write');
  });
});
