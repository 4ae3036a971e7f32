import type { Audience } from './audience.js';
import type { Config } from '../platform/config/config.js';
import type { Tariff } from './estimate.js';

/** The configured prices, and the rates at which such an audience is reached. */
export const tariffOf = (config: Config, audience: Audience): Tariff => ({
  segmentOre: config.get('SEGMENT_PRICE_ORE'),
  callOre: config.get('CALL_PRICE_ORE'),
  segmentsPerSecond: together(config.senders('topic' in audience ? 'TOPIC_SENDER' : 'ALERT_SENDER')),
  callsPerSecond: together(config.senders('VOICE_SENDER')),
});

const together = (senders: readonly { readonly unitsPerSecond: number }[]): number =>
  senders.reduce((sum, { unitsPerSecond }) => sum + unitsPerSecond, 0);
