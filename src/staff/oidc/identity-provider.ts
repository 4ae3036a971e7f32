import { Injectable } from '@nestjs/common';
import { createRemoteJWKSet, jwtVerify, type JWTVerifyGetKey } from 'jose';
import * as oidc from 'openid-client';
import { refusal } from '../../kernel/refusal.js';
import { Config } from '../../platform/config/config.js';
import { isSafe } from '../../platform/config/sign-in-settings.js';
import { Log } from '../../platform/logging/log.js';
import { staffEvents } from '../log-events.js';
import { authPaths } from './auth-paths.js';
import { addressClaims, textOf, valuesOf, type Claims } from './claims.js';

const NoIdentityProvider = refusal('sign-in.no-provider', 'not-found', {
  sv: 'Här loggar man in med nyckel.',
  en: 'Here one signs in with a key.',
});

const ProviderUnreachable = refusal('sign-in.provider-unreachable', 'unavailable', {
  sv: 'Kommunens inloggning svarar inte. Försök igen om en stund. I ett nödläge loggar du in med en nödnyckel.',
  en: 'The municipality’s sign-in does not answer. Try again in a while. In an emergency, sign in with an emergency key.',
});

export const SignInInvalid = refusal('sign-in.invalid', 'unauthenticated', {
  sv: 'Svaret från kommunens inloggning gick inte att lita på. Försök igen. Händer det igen, säg till den som sköter inloggningen.',
  en: 'The answer of the municipality’s sign-in could not be trusted. Try again. If it happens again, tell those who run the sign-in.',
});

const SignInDeclined = refusal('sign-in.declined', 'forbidden', {
  sv: 'Du loggade inte in. Försök igen.',
  en: 'You did not sign in. Try again.',
});

/** The secrets of one sign-in, checked when the person comes back. */
export interface SignInSecrets {
  readonly state: string;
  readonly nonce: string;
  readonly codeVerifier: string;
}

/** An account at the identity provider. The issuer and the subject identify it, and nothing else. */
export interface Account {
  readonly issuer: string;
  readonly subject: string;
  /** The session there, if the provider names it. */
  readonly session?: string | undefined;
  readonly claims: Claims;
}

/** A session, or every session of an account, that the provider has ended. */
export interface ProviderLogout {
  readonly issuer: string;
  readonly subject?: string | undefined;
  readonly session?: string | undefined;
}

/** Seconds. */
const patience = 8;
const clockTolerance = 60;
const logoutTokenAge = '5 minutes';
/** Milliseconds until the provider's description of itself and its keys are read again. */
const describedFor = 60_000;
/** Milliseconds between two readings of the keys for a logout token that is signed with an unknown one. */
const cooldownDuration = 1000;
const logoutEvent = 'http://schemas.openid.net/event/backchannel-logout';

/** The municipality's identity provider, by OpenID Connect: code flow with PKCE, state and nonce. */
@Injectable()
export class IdentityProvider {
  private readonly log = new Log('sign-in', staffEvents);
  private found: { until: number; provider: Promise<oidc.Configuration> } | undefined;
  private keys: { uri: string; get: JWTVerifyGetKey } | undefined;

  constructor(private readonly config: Config) {}

  /** New secrets for a sign-in. */
  newSecrets(): SignInSecrets {
    return {
      state: oidc.randomState(),
      nonce: oidc.randomNonce(),
      codeVerifier: oidc.randomPKCECodeVerifier(),
    };
  }

  /**
   * @returns where to send the browser
   * @throws sign-in.no-provider, sign-in.provider-unreachable
   */
  async addressFor({ state, nonce, codeVerifier }: SignInSecrets): Promise<string> {
    const provider = await this.discover();
    return oidc.buildAuthorizationUrl(provider, {
      redirect_uri: this.callback,
      scope: this.config.get('OIDC_SCOPES'),
      code_challenge: await oidc.calculatePKCECodeChallenge(codeVerifier),
      code_challenge_method: 'S256',
      state,
      nonce,
    }).href;
  }

  /**
   * Exchanges the code that the browser brought back, and checks the ID token: signature, issuer, audience, nonce, time.
   *
   * @param query of the callback, with its `?`
   * @throws sign-in.declined, sign-in.invalid, sign-in.provider-unreachable
   */
  async redeem(query: string, { state, nonce, codeVerifier }: SignInSecrets): Promise<Account> {
    const provider = await this.discover();
    try {
      const tokens = await oidc.authorizationCodeGrant(provider, new URL(this.callback + query), {
        expectedState: state,
        expectedNonce: nonce,
        pkceCodeVerifier: codeVerifier,
        idTokenExpected: true,
      });
      const id = tokens.claims()!;
      const session = id['sid'];
      return {
        issuer: id.iss,
        subject: id.sub,
        session: typeof session === 'string' ? session : undefined,
        claims: await this.allClaims(provider, id, tokens.access_token),
      };
    } catch (error) {
      throw this.refusalOf(error);
    }
  }

  /**
   * Reads a logout token of a back-channel logout (OpenID Connect Back-Channel Logout 1.0, 2.6). One that is sent twice
   * ends the same sessions, or makes somebody sign in again within five minutes: that does no harm.
   *
   * @throws sign-in.invalid, sign-in.no-provider, sign-in.provider-unreachable
   */
  async readLogout(token: string): Promise<ProviderLogout> {
    const metadata = (await this.discover()).serverMetadata();
    try {
      const { payload } = await jwtVerify(token, this.keysAt(metadata.jwks_uri!), {
        issuer: metadata.issuer,
        audience: this.config.identityProvider!.clientId,
        // An algorithm with a shared secret could be forged with the public key.
        algorithms: [
          'RS256',
          'RS384',
          'RS512',
          'PS256',
          'PS384',
          'PS512',
          'ES256',
          'ES384',
          'ES512',
          'EdDSA',
        ],
        requiredClaims: ['iat', 'jti', 'events'],
        maxTokenAge: logoutTokenAge,
        clockTolerance,
      });
      const { sub: subject, sid, events, nonce } = payload;
      const session = typeof sid === 'string' ? sid : undefined;
      const isLogout = typeof events === 'object' && events !== null && logoutEvent in events;
      // With a nonce, it is an ID token that somebody caught.
      if (!isLogout || nonce !== undefined || (subject ?? session) === undefined) throw SignInInvalid();
      return { issuer: metadata.issuer, subject, session };
    } catch (error) {
      throw this.refusalOf(error);
    }
  }

  /** The claims of the ID token, with those of the userinfo endpoint if roles or address are only there. */
  private async allClaims(provider: oidc.Configuration, id: oidc.IDToken, token: string): Promise<Claims> {
    const hasRoles = valuesOf(id, this.config.get('OIDC_ROLES_CLAIM')) !== undefined;
    const isWhole = hasRoles && textOf(id, ...addressClaims) !== undefined;
    if (isWhole || !provider.serverMetadata().userinfo_endpoint) return id;
    return { ...(await oidc.fetchUserInfo(provider, token, id.sub)), ...id };
  }

  private get callback(): string {
    return this.config.publicUrl + authPaths.callback;
  }

  private async discover(): Promise<oidc.Configuration> {
    if (this.found && this.found.until > Date.now()) return this.found.provider;
    const provider = this.describe();
    this.found = { until: Date.now() + describedFor, provider };
    // What failed is not kept.
    provider.catch(() => (this.found = undefined));
    return provider;
  }

  private async describe(): Promise<oidc.Configuration> {
    const settings = this.config.identityProvider;
    if (!settings) throw NoIdentityProvider();
    const { issuer, clientId, clientSecret } = settings;
    const server = new URL(issuer);
    try {
      return await oidc.discovery(
        server,
        clientId,
        { client_secret: clientSecret, [oidc.clockTolerance]: clockTolerance },
        undefined,
        {
          timeout: patience,
          execute: [
            // Without it, the ID token's signature would not be checked, because it came from the provider itself.
            oidc.enableNonRepudiationChecks,
            // For the demo's provider on this machine; the settings refuse http anywhere else.
            // oxlint-disable-next-line typescript/no-deprecated -- deprecated only to stand out
            ...(server.protocol === 'http:' && isSafe(server) ? [oidc.allowInsecureRequests] : []),
          ],
        },
      );
    } catch (err) {
      this.log.write('sign-in.provider-failed', { err });
      throw ProviderUnreachable();
    }
  }

  private keysAt(uri: string): JWTVerifyGetKey {
    if (this.keys?.uri !== uri)
      this.keys = {
        uri,
        get: createRemoteJWKSet(new URL(uri), { timeoutDuration: patience * 1000, cooldownDuration }),
      };
    return this.keys.get;
  }

  private refusalOf(error: unknown): Error {
    if (error instanceof oidc.AuthorizationResponseError) {
      this.log.write('sign-in.declined', { err: error, error: error.error });
      return SignInDeclined();
    }
    // Its keys may be new: they are read again at the next try.
    this.found = undefined;
    const isDown = isNetworkFault(error) || isServerFault(error);
    this.log.write(isDown ? 'sign-in.provider-failed' : 'sign-in.not-trusted', { err: error });
    return isDown ? ProviderUnreachable() : SignInInvalid();
  }
}

function isServerFault(error: unknown): boolean {
  if (error instanceof oidc.ResponseBodyError) return error.status >= 500;
  const { cause } = error as { cause?: unknown };
  return cause instanceof Response && cause.status >= 500;
}

/** `fetch` throws a TypeError for a failed connection, and a DOMException after a timeout. */
function isNetworkFault(error: unknown): boolean {
  const { name, code, cause } = error as { name?: string; code?: string; cause?: { name?: string } };
  return (
    code === 'OAUTH_TIMEOUT' ||
    code === 'ERR_JWKS_TIMEOUT' ||
    [name, cause?.name].some((one) => one === 'TimeoutError' || one === 'AbortError') ||
    (error instanceof TypeError && error.message === 'fetch failed')
  );
}
