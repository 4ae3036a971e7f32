import type { OutboundMessage, Provider } from '../../src/dispatch/providers/provider.js';
import type { Providers } from '../../src/dispatch/providers/providers.js';
import type { SentList } from '../../src/dispatch/gap/sent-list.js';
import type { Sender } from '../../src/dispatch/senders/senders.js';

/** A sender of alerts by text, unless `more` says otherwise. */
export const aSender = (more: Partial<Sender> = {}): Sender => ({
  id: 'alert-sms',
  channel: 'sms',
  provider: 'simulator',
  address: 'LuleaKommun',
  kinds: ['alert'],
  unitsPerSecond: 100,
  ...more,
});

/** A text of a real alert, not of an exercise, unless `more` says otherwise. */
export const aMessage = (more: Partial<OutboundMessage> = {}): OutboundMessage => ({
  channel: 'sms',
  to: '+46701740605',
  from: 'LuleaKommun',
  text: 'Koka vattnet.',
  isCode: false,
  language: 'sv',
  token: 'a-token',
  secondsLeft: 3600,
  beginBy: Infinity,
  exercise: false,
  generated: false,
  ...more,
});

/** Gives this one provider, or its list, whatever provider the ledger has for a message. */
export const onlyProvider = ({ provider, list }: { provider?: Provider; list?: SentList }): Providers => ({
  of: () => provider!,
  sentLists: () => (list ? [{ provider: 'simulator', list }] : []),
  stopLookUps: () => provider?.stopLookUps(),
  close: () => Promise.resolve(),
});
