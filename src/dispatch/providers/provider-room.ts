import type { CallCapacity } from '../../broadcasts/call/call-capacity.js';
import type { SentList } from '../gap/sent-list.js';
import type { Provider } from './provider.js';

/** The parts of a provider: one object for each provider, created on first use. */
export interface ProviderRoom {
  readonly provider: Provider;
  readonly sentList: SentList;
  /** Omitted if it makes no calls. */
  readonly callCapacity?: CallCapacity;
}
