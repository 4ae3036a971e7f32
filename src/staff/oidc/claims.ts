export type Claims = Readonly<Record<string, unknown>>;

/** The claims that may have a person's e-mail address, the best first. `upn` is that of AD FS. */
export const addressClaims = ['email', 'preferred_username', 'upn'] as const;

/**
 * The values of a claim: what the identity provider says of a person's roles or groups.
 *
 * @param name of the claim, or a path into objects (`realm_access.roles`)
 * @returns undefined if the claim is missing; `'overage'` if Microsoft Entra left it out because the person is in too
 *   many groups (https://learn.microsoft.com/entra/identity-platform/id-token-claims-reference)
 */
export function valuesOf(claims: Claims, name: string): readonly string[] | 'overage' | undefined {
  const found = claims[name] ?? within(claims, name.split('.'));
  if (typeof found === 'string') return [found];
  if (Array.isArray(found)) return found.filter((value): value is string => typeof value === 'string');
  return isOverage(claims, name) ? 'overage' : undefined;
}

/** The first of these claims that is a text and not empty. */
export function textOf(claims: Claims, ...names: string[]): string | undefined {
  return names
    .map((name) => claims[name])
    .find((value): value is string => typeof value === 'string' && value !== '');
}

function within(value: unknown, path: readonly string[]): unknown {
  const [first, ...rest] = path;
  if (first === undefined) return value;
  return isObject(value) && Object.hasOwn(value, first) ? within(value[first], rest) : undefined;
}

const isObject = (value: unknown): value is Claims => typeof value === 'object' && value !== null;

function isOverage(claims: Claims, name: string): boolean {
  const sources = claims['_claim_names'];
  return (
    (isObject(sources) && Object.hasOwn(sources, name)) || (name === 'groups' && claims['hasgroups'] === true)
  );
}
