import { z } from 'zod';

/** The settings of how staff sign in. */
export const signInShape = {
  /**
   * The municipality's identity provider, by OpenID Connect: staff sign in with their own accounts. The address as the
   * provider names itself, without `/.well-known/…`.
   */
  OIDC_ISSUER: z.url({ protocol: /^https?$/ }).optional(),
  OIDC_CLIENT_ID: z.string().min(1).optional(),
  OIDC_CLIENT_SECRET: z.string().min(1).optional(),
  OIDC_SCOPES: z.string().min(1).default('openid profile email'),
  /** The claim whose values are mapped to roles. A dot leads into an object, as in `realm_access.roles`. */
  OIDC_ROLES_CLAIM: z.string().min(1).default('roles'),
  /** Whom staff ask when they can't sign in: shown on the sign-in page. */
  SIGN_IN_HELP: z.string().min(1).max(200).optional(),
  /** Hours until staff must sign in again. */
  SESSION_HOURS: z.coerce.number().min(0.25).max(24).default(10),
};

export interface IdentityProviderSettings {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
}

const together = ['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET'] as const;
type Given = Readonly<Partial<Record<(typeof together)[number], string | undefined>>>;

/** Undefined if staff sign in with keys only. */
export function identityProviderOf(given: Given): IdentityProviderSettings | undefined {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret } = given;
  return issuer && clientId && clientSecret ? { issuer, clientId, clientSecret } : undefined;
}

/** A line for each fault. */
export function faultsOfIdentityProvider(given: Given): string[] {
  const missing = together.filter((name) => given[name] === undefined);
  const faults =
    missing.length < together.length
      ? missing.map((name) => `  ${name}: required with the other settings of the identity provider`)
      : [];
  // Over http, anybody on the way could say who signs in.
  if (given.OIDC_ISSUER && !isSafe(new URL(given.OIDC_ISSUER))) faults.push('  OIDC_ISSUER: must be https');
  return faults;
}

/** Whether nobody can listen on the way. */
export const isSafe = ({ protocol, hostname }: URL): boolean =>
  protocol === 'https:' || ['localhost', '127.0.0.1', '[::1]'].includes(hostname);
