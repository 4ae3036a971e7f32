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

/** 20 bytes: whatever else stands there was never signed, and costs no digest. */
const base64OfSha1 = /^[A-Za-z0-9+/]{27}=$/;

/** A callback as it came; `rawBody` as it was before anybody read it. */
type Callback = RawBodyRequest<FastifyRequest>;
type Fits = (secret: string) => boolean;

/**
 * Checks Twilio's signature against the *configured* public address, never what the request says of its host; the
 * secret before the last rotation still counts. A form is signed field by field, JSON by its digest in the address.
 *
 * Nearly always the address is signed as it is configured, which one digest tells. Twilio's own check also tries it
 * with and without a port and escaped otherwise, six in all, and is asked only when that one doesn't fit.
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
  // Of another account, be it signed with our secret, it is about none of our messages.
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

/** Takes as long for any two signatures. */
function isSame(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}
