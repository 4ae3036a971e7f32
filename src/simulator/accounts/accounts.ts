import type { IncomingMessage, ServerResponse } from 'node:http';
import { generateKeyPairSync } from 'node:crypto';
import formbody from '@fastify/formbody';
import type { FastifyInstance } from 'fastify';
import type { default as OidcProvider } from 'oidc-provider';
import { field, type Form } from '../form.js';
import { sendPage } from '../page.js';
import { choosePersonPage, signInOverPage } from './choose-person-page.js';
import type { AccountsOptions, Person } from './people.js';

/** Where the identity provider answers. Its issuer is this path on the simulator's address. */
export const accountsPath = '/accounts';
const choose = `${accountsPath}/choose`;

/** The simulated identity provider. */
export interface Accounts {
  /** Answers a request below {@link accountsPath}, except to the page on which one chooses who one is. */
  readonly answer: (request: IncomingMessage, response: ServerResponse) => void;
  readonly isMine: (url: string) => boolean;
  /** Adds the page on which one chooses who one is. */
  readonly pages: (app: FastifyInstance) => Promise<void>;
}

/**
 * An identity provider as a municipality has one (OpenID Connect), by the library oidc-provider. Instead of asking for a
 * password it asks who one wants to be, at every sign-in. Everything is in memory.
 *
 * @param url base address of the simulator
 */
export async function createAccounts(url: string, { people, client }: AccountsOptions): Promise<Accounts> {
  const { default: Provider, interactionPolicy } = await loadQuietly();
  const prompts = interactionPolicy.base();
  prompts
    .get('login')!
    .checks.add(
      new interactionPolicy.Check('who', 'one chooses who one is', ({ oidc }) =>
        oidc.result?.login
          ? interactionPolicy.Check.NO_NEED_TO_PROMPT
          : interactionPolicy.Check.REQUEST_PROMPT,
      ),
    );
  const provider = new Provider(url + accountsPath, {
    clients: [
      {
        client_id: client.id,
        client_secret: client.secret,
        token_endpoint_auth_method: 'client_secret_post',
        redirect_uris: [client.url + client.callbackPath],
        backchannel_logout_uri: client.url + client.backChannelLogoutPath,
        backchannel_logout_session_required: true,
      },
    ],
    claims: { openid: ['sub'], profile: ['name', 'roles'], email: ['email'] },
    conformIdTokenClaims: false,
    cookies: { keys: [crypto.randomUUID()] },
    features: { devInteractions: { enabled: false }, backchannelLogout: { enabled: true } },
    findAccount: (_context, id) => accountOf(people.find((person) => person.id === id)),
    interactions: { policy: prompts, url: (_context, { uid }) => `${choose}/${uid}` },
    jwks: { keys: [signingKey()] },
    // The program is the municipality's own: nobody is asked whether it may see their name.
    loadExistingGrant: async ({ oidc }) => {
      const grant = new oidc.provider.Grant({
        clientId: oidc.client!.clientId,
        accountId: oidc.session!.accountId!,
      });
      grant.addOIDCScope('openid profile email');
      await grant.save();
      return grant;
    },
    ttl: { Interaction: 900, Session: 36_000, Grant: 36_000 },
  });
  // It answers on loopback, where cookies need no https.
  provider.proxy = false;
  const answer = provider.callback();
  return {
    isMine: (path) => path.startsWith(`${accountsPath}/`) && !path.startsWith(`${choose}/`),
    answer: (request, response) => {
      // As Express does for a handler that is mounted on a path.
      Object.assign(request, { originalUrl: request.url });
      request.url = request.url!.slice(accountsPath.length);
      void answer(request, response);
    },
    pages: (app) => addPages(app, provider, { people, client }),
  };
}

/**
 * Loads the library only where it is used: a simulator for tests of the phone network has no accounts. The library warns
 * that it keeps everything in memory and that Node 20 is old. Both are meant here, and a newcomer would wonder.
 */
async function loadQuietly() {
  const { warn } = console;
  console.warn = (...said: unknown[]) => {
    if (!String(said[0]).includes('oidc-provider WARNING')) warn(...said);
  };
  return import('oidc-provider');
}

async function addPages(
  app: FastifyInstance,
  provider: OidcProvider,
  { people, client }: AccountsOptions,
): Promise<void> {
  await app.register(formbody);
  const over = (error: unknown): boolean => (error as { error?: string }).error === 'invalid_request';

  app.get(`${choose}/:uid`, async (request, reply) => {
    try {
      await provider.interactionDetails(request.raw, reply.raw);
    } catch (error) {
      if (!over(error)) throw error;
      return sendPage(reply.code(400), signInOverPage(client.url));
    }
    return sendPage(reply, choosePersonPage(people, request.url), [client.url]);
  });

  app.post<{ Body: Form }>(`${choose}/:uid`, async (request, reply) => {
    const id = field(request.body, 'person') ?? '';
    const result = people.some((person) => person.id === id)
      ? { login: { accountId: id } }
      : { error: 'access_denied', error_description: 'the person stopped' };
    try {
      const next = await provider.interactionResult(request.raw, reply.raw, result);
      return await reply.redirect(next, 303);
    } catch (error) {
      if (!over(error)) throw error;
      return sendPage(reply.code(400), signInOverPage(client.url));
    }
  });
}

const accountOf = (person: Person | undefined) =>
  person && {
    accountId: person.id,
    claims: () => ({ sub: person.id, name: person.name, email: person.email, roles: [...person.roles] }),
  };

/** New at every start, as if the provider had changed its keys. */
const signingKey = () => ({
  ...generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ format: 'jwk' }),
  use: 'sig',
  alg: 'RS256',
});
