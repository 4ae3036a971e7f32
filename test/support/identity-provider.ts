import { createHash } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { exportJWK, generateKeyPair, SignJWT, UnsecuredJWT, type CryptoKey, type JWTPayload } from 'jose';
import { newId } from '../../src/kernel/ids.js';

export interface TestAccount {
  readonly sub: string;
  readonly [claim: string]: unknown;
}

/** What the ID token says otherwise than it should. */
export interface Forgery {
  readonly claims?: JWTPayload;
  readonly omit?: readonly string[];
  readonly key?: CryptoKey;
  readonly unsigned?: boolean;
  readonly expires?: string;
}

interface Grant {
  readonly account: TestAccount;
  readonly query: URLSearchParams;
  readonly forgery: Forgery;
}

/** An identity provider that can also lie. It speaks what OpenID Connect asks of it, and shares no code with ours. */
export class TestIdentityProvider {
  readonly clientId = 'budkavle';
  readonly clientSecret = 'a-secret-of-the-client';
  /** Answers every request with this status while it is set. */
  failsWith: number | undefined;
  /** Claims that are only at the userinfo endpoint. */
  userinfo: Readonly<Record<string, unknown>> = {};
  private readonly grants = new Map<string, Grant>();
  private readonly tokens = new Map<string, TestAccount>();
  private signing!: { kid: string; key: CryptoKey; jwk: object };

  private constructor(private readonly server: Server) {}

  static async start(): Promise<TestIdentityProvider> {
    const server = createServer();
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    const provider = new TestIdentityProvider(server);
    await provider.rotateKeys();
    server.on('request', (request, response) => {
      const url = new URL(request.url!, provider.issuer);
      void text(request).then(async (body) => {
        const [status, answer] = provider.failsWith
          ? [provider.failsWith, {}]
          : await provider.answer(url.pathname, new URLSearchParams(body), request.headers.authorization);
        response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(answer));
      });
    });
    return provider;
  }

  get issuer(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  get settings(): Record<string, string> {
    const { issuer, clientId, clientSecret } = this;
    return { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret };
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((done) => this.server.close(done));
  }

  async rotateKeys(): Promise<void> {
    const { publicKey, privateKey } = await generateKeyPair('RS256');
    const kid = newId();
    this.signing = {
      kid,
      key: privateKey,
      jwk: { ...(await exportJWK(publicKey)), kid, alg: 'RS256', use: 'sig' },
    };
  }

  /**
   * The person signs in at the address that they were sent to.
   *
   * @returns the query with which they come back
   */
  consent(address: string, account: TestAccount, forgery: Forgery = {}): string {
    const { searchParams: query } = new URL(address);
    const code = newId();
    this.grants.set(code, { account, query, forgery });
    return `?${new URLSearchParams({ code, state: query.get('state')!, iss: this.issuer }).toString()}`;
  }

  async logoutToken(claims: JWTPayload, { key, omit = [], unsigned }: Forgery = {}): Promise<string> {
    const all: JWTPayload = {
      iss: this.issuer,
      aud: this.clientId,
      iat: Math.floor(Date.now() / 1000),
      jti: newId(),
      events: { 'http://schemas.openid.net/event/backchannel-logout': {} },
      ...claims,
    };
    const told = without(all, omit);
    return unsigned
      ? new UnsecuredJWT(told).encode()
      : new SignJWT(told)
          .setProtectedHeader({ alg: 'RS256', kid: this.signing.kid, typ: 'logout+jwt' })
          .sign(key ?? this.signing.key);
  }

  private async answer(
    path: string,
    form: URLSearchParams,
    authorization: string | undefined,
  ): Promise<[number, object]> {
    const { issuer } = this;
    switch (path) {
      case '/.well-known/openid-configuration':
        return [
          200,
          {
            issuer,
            authorization_endpoint: `${issuer}/authorize`,
            token_endpoint: `${issuer}/token`,
            userinfo_endpoint: `${issuer}/userinfo`,
            jwks_uri: `${issuer}/jwks`,
            response_types_supported: ['code'],
            id_token_signing_alg_values_supported: ['RS256'],
            code_challenge_methods_supported: ['S256'],
            authorization_response_iss_parameter_supported: true,
          },
        ];
      case '/jwks':
        return [200, { keys: [this.signing.jwk] }];
      case '/userinfo': {
        const account = this.tokens.get(authorization?.replace('Bearer ', '') ?? '');
        return account ? [200, { sub: account.sub, ...this.userinfo }] : [401, {}];
      }
      case '/token':
        return this.exchange(form);
      default:
        return [404, {}];
    }
  }

  private async exchange(form: URLSearchParams): Promise<[number, object]> {
    const grant = this.grants.get(form.get('code') ?? '');
    this.grants.delete(form.get('code') ?? '');
    const challenge = createHash('sha256')
      .update(form.get('code_verifier') ?? '')
      .digest('base64url');
    const isRight =
      grant?.query.get('code_challenge') === challenge &&
      grant.query.get('redirect_uri') === form.get('redirect_uri') &&
      form.get('client_secret') === this.clientSecret;
    if (!isRight) return [400, { error: 'invalid_grant' }];
    const token = newId();
    this.tokens.set(token, grant.account);
    return [
      200,
      {
        access_token: token,
        token_type: 'Bearer',
        expires_in: 300,
        id_token: await this.idToken(grant),
      },
    ];
  }

  private async idToken({ account, query, forgery }: Grant): Promise<string> {
    const all: JWTPayload = {
      iss: this.issuer,
      aud: this.clientId,
      nonce: query.get('nonce')!,
      ...account,
      ...forgery.claims,
    };
    const claims = without(all, forgery.omit ?? []);
    if (forgery.unsigned) return new UnsecuredJWT(claims).setIssuedAt().setExpirationTime('5m').encode();
    return new SignJWT(claims)
      .setProtectedHeader({ alg: 'RS256', kid: this.signing.kid })
      .setIssuedAt(forgery.expires ? '-1h' : undefined)
      .setExpirationTime(forgery.expires ?? '5m')
      .sign(forgery.key ?? this.signing.key);
  }
}

const without = (claims: JWTPayload, names: readonly string[]): JWTPayload =>
  Object.fromEntries(Object.entries(claims).filter(([name]) => !names.includes(name)));
