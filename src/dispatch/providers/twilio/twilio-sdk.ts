import type { Twilio } from 'twilio';
import type { Config } from '../../../platform/config/config.js';
import type { UndiciClient } from './undici-client.js';

/**
 * Twilio's SDK over our own transport, loaded when the first request is made: most processes make none, and loading it
 * takes a tenth of the time a process needs to start.
 *
 * @returns gives the same client each time
 */
export function twilioSdk(config: Config, transport: UndiciClient): () => Promise<Twilio> {
  let opened: Promise<Twilio> | undefined;
  return () => (opened ??= open(config, transport));
}

async function open(config: Config, transport: UndiciClient): Promise<Twilio> {
  const { default: twilio } = await import('twilio');
  return twilio(config.get('TWILIO_ACCOUNT_SID'), config.get('TWILIO_AUTH_TOKEN'), {
    httpClient: transport.forSdk(),
    autoRetry: false,
  });
}
