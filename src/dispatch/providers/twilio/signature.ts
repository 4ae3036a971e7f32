import twilio from 'twilio';
import type { RawBodyRequest } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { refusal } from '../../../kernel/refusal.js';
import type { Config } from '../../../platform/config/config.js';

export const CallbackForged = refusal('callback.forged', 'forbidden', {
  sv: 'Signaturen stämmer inte.',
  en: 'The signature does not match.',
});

/** A callback as it came; `rawBody` as it was before anybody read it. */
type Callback = RawBodyRequest<FastifyRequest>;

/**
 * Checks Twilio's signature against the *configured* public address, never what the request says of its host; the
 * secret before the last rotation still counts. A form is signed field by field, JSON by its digest in the address.
 *
 * @throws callback.forged
 */
export function requireSignature(config: Config, request: Callback): void {
  const header = request.headers['x-twilio-signature'];
  const signature = typeof header === 'string' ? header : '';
  const secrets = [config.get('TWILIO_AUTH_TOKEN'), config.get('TWILIO_AUTH_TOKEN_PREVIOUS')];
  const url = `${config.publicUrl}${request.url}`;
  const isJson = request.headers['content-type']?.startsWith('application/json') ?? false;
  const fits = (secret: string): boolean =>
    isJson
      ? twilio.validateRequestWithBody(secret, signature, url, request.rawBody?.toString('utf8') ?? '')
      : twilio.validateRequest(secret, signature, url, (request.body ?? {}) as Record<string, unknown>);
  if (!secrets.some((secret) => secret !== undefined && fits(secret))) throw CallbackForged();
}
