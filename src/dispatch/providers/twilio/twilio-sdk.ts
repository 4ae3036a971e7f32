import type { Twilio } from 'twilio';
import type { Config } from '../../../platform/config/config.js';
import type { UndiciClient } from './undici-client.js';

/**
 * Twilio's SDK over our own transport. It is loaded at the first request: most processes make none, and loading takes a
 * tenth of a process's start time.
 *
 * @returns a function that returns the same client each time
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
