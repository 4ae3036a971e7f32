import type { CallRoom } from '../../broadcasts/call-room.js';
import type { SentList } from '../gap/sent-list.js';
import type { Provider } from './provider.js';

/** All that a provider's room has: one for each provider, made when it is first asked for. */
export interface ProviderRoom {
  readonly provider: Provider;
  readonly sentList: SentList;
  /** Left out where it makes no calls. */
  readonly callRoom?: CallRoom;
}
