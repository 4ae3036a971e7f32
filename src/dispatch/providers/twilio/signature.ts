import { timingSafeEqual } from 'node:crypto';
// Not from 'twilio' itself: that loads its REST API too.
import * as webhooks from 'twilio/lib/webhooks/webhooks.js';
import type { RawBodyRequest } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { refusal } from '../../../kernel/refusal.js';
import type { Config } from '../../../platform/config/config.js';

export const CallbackForged = refusal('callback.forged', 'forbidden', {
  sv: 'Signaturen stämmer inte.',
  en: 'The signature does not match.',
});

/** 20 bytes. Anything else was never signed, and is rejected without computing a digest. */
const base64OfSha1 = /^[A-Za-z0-9+/]{27}=$/;

/** A callback as it arrived. `rawBody` is the body before parsing. */
type Callback = RawBodyRequest<FastifyRequest>;
type Fits = (secret: string) => boolean;

/**
 * Verifies Twilio's signature against the *configured* public address, never against the host that the request names.
 * The secret before the last rotation is still accepted. A form is signed field by field, JSON by its digest in the
 * address.
 *
 * Nearly always the configured address is the one that was signed, so one digest is enough. Twilio's own check also
 * tries the address with and without a port and with other escaping, six variants in all. It is only used if the first
 * digest doesn't match.
 *
 * @throws callback.forged
 */
export function requireSignature(config: Config, request: Callback): void {
  const header = request.headers['x-twilio-signature'];
  const signature = typeof header === 'string' ? header : '';
  if (!base64OfSha1.test(signature)) throw CallbackForged();
  const secrets = [config.get('TWILIO_AUTH_TOKEN'), config.get('TWILIO_AUTH_TOKEN_PREVIOUS')].filter(
    (secret) => secret !== undefined,
  );
  const url = `${config.publicUrl}${request.url}`;
  if (request.headers['content-type']?.startsWith('application/json')) {
    const body = request.rawBody?.toString('utf8') ?? '';
    requireAny(secrets, (secret) => webhooks.validateRequestWithBody(secret, signature, url, body));
    return;
  }
  const form = (request.body ?? {}) as Record<string, unknown>;
  // A callback for another account concerns none of our messages, even if it is signed with our secret.
  if (form['AccountSid'] !== undefined && form['AccountSid'] !== config.get('TWILIO_ACCOUNT_SID'))
    throw CallbackForged();
  const asConfigured: Fits = (secret) =>
    isSame(signature, webhooks.getExpectedTwilioSignature(secret, url, form));
  const otherwise: Fits = (secret) => webhooks.validateRequest(secret, signature, url, form);
  if (!secrets.some(asConfigured)) requireAny(secrets, otherwise);
}

function requireAny(secrets: readonly string[], fits: Fits): void {
  if (!secrets.some(fits)) throw CallbackForged();
}

/** Compares two signatures in constant time. */
function isSame(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}
