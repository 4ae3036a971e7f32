import { createHmac } from 'node:crypto';
import { keyOfSecret } from './webhook-secret.js';

export interface Signable {
  /** The same at each try. */
  readonly id: string;
  /** Of the try. */
  readonly at: Date;
  readonly body: string;
}

/**
 * The headers of a try, as Standard Webhooks have them: one signature for each secret, separated by spaces.
 *
 * @param secrets the current one, and the one before while it is kept
 */
export function signedHeaders({ id, at, body }: Signable, secrets: readonly string[]) {
  const timestamp = String(Math.floor(at.getTime() / 1000));
  const signed = `${id}.${timestamp}.${body}`;
  const signatures = secrets.map(
    (secret) => `v1,${createHmac('sha256', keyOfSecret(secret)).update(signed).digest('base64')}`,
  );
  return {
    'webhook-id': id,
    'webhook-timestamp': timestamp,
    'webhook-signature': signatures.join(' '),
  };
}
