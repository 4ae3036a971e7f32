import { channels, factsOf } from '../kernel/channel.js';
import type { Config } from '../platform/config/config.js';
import type { Audience } from './audience.js';
import type { Tariff } from './estimate.js';

/** The configured prices, and the sending rates for this kind of audience. */
export function tariffOf(config: Config, audience: Audience): Tariff {
  const kind = 'topic' in audience ? 'topic' : 'alert';
  return Object.fromEntries(
    channels.map((channel) => {
      const { settings, senders } = factsOf(channel);
      const unitsPerSecond = senders
        .filter(({ kinds }) => (kinds as readonly string[]).includes(kind))
        .flatMap(({ setting }) => config.senders(setting))
        .reduce((sum, sender) => sum + sender.unitsPerSecond, 0);
      return [channel, { unitOre: config.get(settings.price), unitsPerSecond }];
    }),
  ) as Tariff;
}
