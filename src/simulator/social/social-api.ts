import type { FastifyInstance } from 'fastify';
import { sendPage } from '../page.js';
import { explained } from '../schema-refusal.js';
import { graphApi } from './graph-api.js';
import { mastodonApi } from './mastodon-api.js';
import { NetworkFaults, networkFaultsSchema, type NetworkFault } from './network-faults.js';
import { Walls, type Post } from './walls.js';
import { wallsPage } from './walls-page.js';

/** Mastodon at `/api`, the Graph API at `/graph/VERSION`, what they show at `/social`, their faults at `/social/faults`. */
export async function socialApi(app: FastifyInstance): Promise<void> {
  const walls = new Walls();
  const faults = new NetworkFaults();
  await app.register((scope) => mastodonApi(scope, walls, faults));
  await app.register((scope) => graphApi(scope, walls, faults), { prefix: '/graph' });

  app.get('/social', (request, reply) =>
    request.headers.accept?.includes('text/html')
      ? sendPage(reply, wallsPage(walls))
      : reply.send({ accounts: walls.all, posts: walls.latest().map(present) }),
  );
  app.delete<{ Params: { id: string } }>('/social/posts/:id', (request, reply) =>
    reply.code(walls.delete(request.params.id) ? 204 : 404).send(),
  );
  app.post<{ Body: { faults: readonly NetworkFault[] } }>(
    '/social/faults',
    { schema: { body: networkFaultsSchema }, schemaErrorFormatter: explained('the faults') },
    (request) => {
      faults.load(request.body.faults);
      return faults.report();
    },
  );
  app.get('/social/faults', () => faults.report());
}

const present = ({ account, at, ...post }: Post) => ({
  ...post,
  at: new Date(at).toISOString(),
  network: account.network,
  account: account.name,
});
