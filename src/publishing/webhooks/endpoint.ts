import { refusal } from '../../kernel/refusal.js';
import { requireAllowedHost } from '../../platform/http/guarded-lookup.js';
import { isPublicAddress } from '../../platform/http/public-address.js';
import type { WebhookEvent } from './event-types.js';

/** Where another system wants to be told what happens to broadcasts. */
export interface Endpoint {
  readonly id: string;
  readonly address: string;
  readonly description: string;
  readonly events: readonly WebhookEvent[];
  /** Also what is not published: for systems of the municipality. */
  readonly includeUnpublished: boolean;
  /** It gets what happens from then on; undefined if it is switched off. */
  readonly activeSince?: Date;
  /** When it answered 410, and was switched off for that. */
  readonly goneAt?: Date;
  readonly createdAt: Date;
  readonly version: number;
}

/** Each one is sent to in its own time, so their number bounds how many connections are open. */
export const mostEndpoints = 50;

export const NoSuchEndpoint = refusal('webhook.not-found', 'not-found', {
  sv: 'Mottagaren finns inte längre.',
  en: 'The endpoint does not exist any more.',
});
export const EndpointChangedMeanwhile = refusal('webhook.changed-meanwhile', 'conflict', {
  sv: 'Någon annan har ändrat mottagaren. Läs om sidan.',
  en: 'Somebody else has changed the endpoint. Reload the page.',
});
export const TooManyEndpoints = refusal('webhook.too-many-endpoints', 'conflict', {
  sv: 'Det finns redan {most} mottagare. Ta bort en först.',
  en: 'There are {most} endpoints already. Remove one first.',
});
export const EndpointOff = refusal('webhook.endpoint-off', 'conflict', {
  sv: 'Mottagaren är avstängd. Slå på den först.',
  en: 'The endpoint is switched off. Switch it on first.',
});
const NotHttps = refusal('webhook.address-not-https', 'invalid', {
  sv: 'Adressen ska börja med https://.',
  en: 'The address must begin with https://.',
});
const HasLogin = refusal('webhook.address-has-login', 'invalid', {
  sv: 'Adressen får inte ha användarnamn eller lösenord.',
  en: 'The address may not have a user name or a password.',
});
const NotPublicHost = refusal('webhook.address-not-public', 'invalid', {
  sv: 'Adressen ligger inte på det öppna internet. Be it lägga till värden i WEBHOOK_ALLOWED_HOSTS.',
  en: 'The address is not on the public internet. Ask IT to add the host to WEBHOOK_ALLOWED_HOSTS.',
});

/**
 * Checks what can be checked without a look-up: each connection is checked again.
 *
 * @param allowedHosts may be in the own network, and be reached by http
 * @throws webhook.address-not-https, webhook.address-has-login, webhook.address-not-public
 */
export function requireAddress(address: string, allowedHosts: readonly string[]): void {
  const url = new URL(address);
  if (url.username !== '' || url.password !== '') throw HasLogin();
  const isAllowed = allowedHosts.includes(url.hostname);
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isAllowed)) throw NotHttps();
  if (isAllowed) return;
  try {
    requireAllowedHost(url, isPublicAddress);
  } catch {
    throw NotPublicHost();
  }
}
