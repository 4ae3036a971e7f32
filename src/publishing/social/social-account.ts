import { refusal } from '../../kernel/refusal.js';
import { requireAllowedHost } from '../../platform/http/guarded-lookup.js';
import { isPublicAddress } from '../../platform/http/public-address.js';
import type { NetworkName } from './network.js';

/** Where the municipality posts what it publishes. */
export interface SocialAccount {
  readonly id: string;
  readonly network: NetworkName;
  /** Of its server. It never changes, so that no token is sent elsewhere. */
  readonly address: string;
  readonly remoteId: string;
  readonly name: string;
  /** Its page, for people. */
  readonly profile: string;
  /** ISO 639: in which of a broadcast's texts it posts. */
  readonly language: string;
  /** Of a post. */
  readonly mostCharacters: number;
  readonly linkCharacters?: number;
  /** It posts what happens from then on; undefined if it is switched off. */
  readonly activeSince?: Date;
  /** Since when the network has refused its token. */
  readonly refusedAt?: Date;
  readonly createdAt: Date;
  readonly version: number;
}

/** Each posts everything that is published, so a few are enough. */
export const mostAccounts = 20;

export const NoSuchAccount = refusal('social.not-found', 'not-found', {
  sv: 'Kontot finns inte längre.',
  en: 'The account does not exist any more.',
});
export const AccountChangedMeanwhile = refusal('social.changed-meanwhile', 'conflict', {
  sv: 'Någon annan har ändrat kontot. Läs om sidan.',
  en: 'Somebody else has changed the account. Reload the page.',
});
export const TooManyAccounts = refusal('social.too-many-accounts', 'conflict', {
  sv: 'Det finns redan {most} konton. Ta bort ett först.',
  en: 'There are {most} accounts already. Remove one first.',
});
export const AccountTwice = refusal('social.account-twice', 'conflict', {
  sv: 'Kontot {name} finns redan.',
  en: 'The account {name} is there already.',
});
export const TokenRefused = refusal('social.token-refused', 'invalid', {
  sv: 'Nätverket godtar inte nyckeln. Kontrollera att den är hel och har rätt behörigheter.',
  en: 'The network does not accept the token. Check that it is whole and has the right scopes.',
});
export const OtherAccount = refusal('social.other-account', 'invalid', {
  sv: 'Nyckeln hör till ett annat konto: {name}. Lägg till det som ett nytt konto.',
  en: 'The token belongs to another account: {name}. Add that as a new account.',
});
export const NetworkSilent = refusal('social.not-reached', 'invalid', {
  sv: 'Nätverket svarar inte som väntat ({reason}). Kontrollera adressen, eller försök igen om en stund.',
  en: 'The network does not answer as expected ({reason}). Check the address, or try again in a while.',
});
const NotAnInstance = refusal('social.address-not-public', 'invalid', {
  sv: 'Skriv bara serverns adress, som https://social.example. Den ska ligga på det öppna internet.',
  en: 'Write only the address of the server, such as https://social.example. It must be on the public internet.',
});

/**
 * The address of a server, without what follows its host. Each connection is checked again.
 *
 * @param allowedHosts may be in the own network, and be reached by http
 * @throws social.address-not-public
 */
export function readInstance(address: string, allowedHosts: readonly string[]): string {
  const url = new URL(address);
  const isAllowed = allowedHosts.includes(url.hostname);
  const isPlain = url.username === '' && url.password === '' && url.pathname === '/' && url.search === '';
  if (!isPlain || (url.protocol !== 'https:' && !(url.protocol === 'http:' && isAllowed)))
    throw NotAnInstance();
  try {
    requireAllowedHost(url, isAllowed ? () => true : isPublicAddress);
  } catch {
    throw NotAnInstance();
  }
  return url.origin;
}
