import type { BroadcastKind } from '../../broadcasts/broadcast.js';
import { channels, factsOf, type Channel } from '../../kernel/channel.js';
import type { Config } from '../../platform/config/config.js';
import type { ProviderName } from '../../platform/config/provider-settings.js';

/** An address with its own rate from which messages are sent. */
export interface Sender {
  /** Also its key in the rate store. */
  readonly id: string;
  readonly channel: Channel;
  readonly provider: ProviderName;
  /** A sender name or an E.164 number. */
  readonly address: string;
  /** Topics and alerts have different senders, so that STOP to a topic can't silence a water alert. */
  readonly kinds: readonly BroadcastKind[];
  /** Segments a second for SMS, calls a second for voice. */
  readonly unitsPerSecond: number;
}

/** The first sender of a kind has the plain id, later ones are numbered: `alert-sms`, `alert-sms-2`. */
export const sendersOf = (config: Config): readonly Sender[] =>
  channels.flatMap((channel) =>
    factsOf(channel).senders.flatMap(({ id, setting, kinds }) =>
      config.senders(setting).map((sender, at) => ({
        id: at === 0 ? id : `${id}-${at + 1}`,
        channel,
        kinds,
        ...sender,
      })),
    ),
  );

/** The senders that may send a kind of broadcast on a channel; at least one. */
export const sendersFor = (
  senders: readonly Sender[],
  kind: BroadcastKind,
  channel: Channel,
): readonly Sender[] => senders.filter((s) => s.channel === channel && s.kinds.includes(kind));
