import { Config } from '../../platform/config/config.js';
import { isSafe } from '../../platform/config/sign-in-settings.js';
import { accountsPath } from '../../simulator/accounts/accounts.js';
import type { AccountsOptions, Person } from '../../simulator/accounts/people.js';
import { authPaths } from '../../staff/oidc/auth-paths.js';
import type { Role } from '../../staff/member.js';
import { demoPeople } from './demo-people.js';

type Env = Readonly<Record<string, string | undefined>>;

/** Public, because it is in the source: only for the identity provider of a demo. */
const client = { id: 'budkavle-demo', secret: 'budkavle-demo-client-secret' } as const;

const [maja, erik] = demoPeople;

/** Members of the demo, each with the subject of their account. */
export const demoMembers = [
  { member: maja, subject: 'maja' },
  { member: erik, subject: 'erik' },
] as const;

const people: readonly Person[] = [
  {
    id: 'maja',
    name: maja.name,
    email: maja.email,
    roles: ['budkavle-vatten'],
    about: 'Drifttekniker på vatten och avlopp: skriver och godkänner.',
  },
  {
    id: 'erik',
    name: erik.name,
    email: erik.email,
    roles: ['budkavle-vatten'],
    about: 'Kollega till Maja. Kan godkänna det som hon har skrivit.',
  },
  {
    id: 'anna',
    name: 'Anna Sundström',
    email: 'anna.sundstrom@example.com',
    roles: ['budkavle-beredskap'],
    about: 'Tjänsteperson i beredskap: kan larma alla, och godkänna ensam i ett nödläge.',
  },
  {
    id: 'ali',
    name: 'Ali Hassan',
    email: 'ali.hassan@example.com',
    roles: ['budkavle-it'],
    about: 'IT: sköter vem som får göra vad.',
  },
  {
    id: 'nils',
    name: 'Nils Åkerlund',
    email: 'nils.akerlund@example.com',
    roles: [],
    about: 'Arbetar på en skola och ska inte komma in.',
  },
];

/** What the values in the directory of the demo mean. */
export const demoMappings: readonly { value: string; roles: readonly Role[]; department: string }[] = [
  {
    value: 'budkavle-beredskap',
    roles: ['author', 'approver', 'duty-officer'],
    department: 'Krisledningen',
  },
  { value: 'budkavle-vatten', roles: maja.roles, department: maja.departmentName },
  { value: 'budkavle-it', roles: ['admin'], department: 'IT-enheten' },
];

const issuerAt = (simulatorUrl: string): string => simulatorUrl + accountsPath;

/** The environment with the demo's own identity provider, unless another one is set. */
export function withDemoAccounts(env: Env): Env {
  if (env['OIDC_ISSUER']) return env;
  const { simulatorUrl } = Config.read(env);
  // Elsewhere than on this machine, the settings would refuse it without https.
  if (!isSafe(new URL(simulatorUrl))) return env;
  return {
    ...env,
    OIDC_ISSUER: issuerAt(simulatorUrl),
    OIDC_CLIENT_ID: client.id,
    OIDC_CLIENT_SECRET: client.secret,
  };
}

/** Whether staff of this demo sign in at the simulator. */
export const hasDemoAccounts = ({ identityProvider, simulatorUrl }: Config): boolean =>
  identityProvider?.issuer === issuerAt(simulatorUrl);

/** What the simulator needs for it; undefined if staff sign in elsewhere. */
export function demoAccounts(config: Config): (AccountsOptions & { url: string }) | undefined {
  if (!config.get('DEMO') || !hasDemoAccounts(config)) return undefined;
  const { callback: callbackPath, backChannelLogout: backChannelLogoutPath } = authPaths;
  return {
    url: config.simulatorUrl,
    people,
    client: { ...client, url: config.publicUrl, callbackPath, backChannelLogoutPath },
  };
}
