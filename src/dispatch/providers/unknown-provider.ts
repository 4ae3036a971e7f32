import { Provider, type SendOutcome } from './provider.js';

const failed = 'provider-not-configured';

/**
 * Stands in for a provider that the ledger names but this program can't reach: nothing is sent, and nothing is known.
 */
export class UnknownProvider extends Provider {
  send = (): Promise<SendOutcome> =>
    Promise.resolve({ kind: 'not-sent', reason: failed, retryAfterMs: 60_000, tooFast: false });
  fetch = () => Promise.resolve({ failed });
  listSince = () => Promise.resolve({ failed });
  cancel = () => Promise.resolve({ failed });
  examine = () => Promise.resolve([]);
  stopLookUps = (): void => undefined;
  close = (): Promise<void> => Promise.resolve();
}
