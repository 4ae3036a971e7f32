import http from 'node:http';
import type { AddressInfo } from 'node:net';
import Fastify from 'fastify';
import { createAccounts } from './accounts/accounts.js';
import { fastCreateRoute } from './creations.js';
import { faultsApi } from './faults-api.js';
import { handsetsApi } from './handsets-api.js';
import { ledgerApi } from './ledger-api.js';
import { limitsApi } from './limits-api.js';
import type { SimulatorOptions } from './options.js';
import { providerApi } from './provider-api.js';
import { socialApi } from './social/social-api.js';
import { createWorld } from './world.js';

/** A running simulator. */
export interface Simulator {
  readonly url: string;
  close(): Promise<void>;
}

/**
 * Starts a simulated provider that implements Twilio's REST API, sends signed callbacks and shows what each phone
 * received. Beside it are a Mastodon server and Facebook's Graph API, with what they show. It shares no code with the sender that it checks. Everything is in memory and lost when it closes.
 *
 * @throws if the port is in use
 */
export async function startSimulator(options: SimulatorOptions): Promise<Simulator> {
  const world = createWorld(options);
  const accounts = options.accounts && (await createAccounts(options.accounts.url, options.accounts));
  const app = Fastify({
    serverFactory: (rest) => {
      const phoneNetwork = fastCreateRoute(world, rest);
      // Longer than any client keeps an idle connection. Otherwise a connection could close while a request is arriving.
      return http.createServer({ keepAliveTimeout: 120_000 }, (request, response) =>
        accounts?.isMine(request.url!) ? accounts.answer(request, response) : phoneNetwork(request, response),
      );
    },
    forceCloseConnections: true,
    bodyLimit: 8 * 1024 * 1024,
    ajv: {
      customOptions: { removeAdditional: false, coerceTypes: false, discriminator: true, useDefaults: false },
    },
  });
  await app.register((scope) => providerApi(scope, world), { prefix: '/2010-04-01/Accounts/:account' });
  await app.register((scope) => handsetsApi(scope, world));
  if (accounts) await app.register(accounts.pages);
  await app.register(socialApi);
  ledgerApi(app, world);
  faultsApi(app, world.faults);
  limitsApi(app, world);
  app.get('/healthz', () => ({
    status: 'ok',
    handsets: world.handsets.count,
    receipts: world.receipts.counts,
  }));

  await app.listen({ port: options.port, host: options.host ?? '127.0.0.1' });
  const { address, family, port } = app.server.address() as AddressInfo;
  return {
    url: `http://${family === 'IPv6' ? `[${address}]` : address}:${port}`,
    close: async () => {
      await app.close();
      await world.close();
    },
  };
}
