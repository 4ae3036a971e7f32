import twilio from 'twilio';
import { refusal } from '../../../kernel/refusal.js';
import type { Config } from '../../../platform/config/config.js';

export const CallbackForged = refusal('callback.forged', 'forbidden', {
  sv: 'Signaturen stämmer inte.',
  en: 'The signature does not match.',
});

/**
 * Checks Twilio's signature against the *configured* public address, never what the request says of its host; the
 * secret before the last rotation still counts.
 *
 * @param path path and query as requested
 * @throws callback.forged
 */
export function requireSignature(
  config: Config,
  path: string,
  signature: string | undefined,
  form: Readonly<Record<string, unknown>> | null | undefined,
): void {
  const secrets = [config.get('TWILIO_AUTH_TOKEN'), config.get('TWILIO_AUTH_TOKEN_PREVIOUS')];
  const url = `${config.publicUrl}${path}`;
  const valid = secrets.some(
    (secret) => secret !== undefined && twilio.validateRequest(secret, signature ?? '', url, form ?? {}),
  );
  if (!valid) throw CallbackForged();
}
