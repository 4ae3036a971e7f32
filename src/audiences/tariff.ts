import type { Config } from '../platform/config/config.js';
import type { Tariff } from './estimate.js';

/** The configured prices and rates. */
export const tariffOf = (config: Config): Tariff => ({
  segmentOre: config.get('SEGMENT_PRICE_ORE'),
  callOre: config.get('CALL_PRICE_ORE'),
  segmentsPerSecond: config.get('SMS_SEGMENTS_PER_SECOND'),
  callsPerSecond: config.get('CALLS_PER_SECOND'),
});
