import { readSigns } from './sign.js';
import { swedishAllClear } from './swedish-all-clear.js';
import { swedishBadWater } from './swedish-bad-water.js';
import { swedishPatterns } from './swedish-patterns.js';
import { swedishShutoff } from './swedish-shutoff.js';

/** How Swedish municipalities and water utilities write, by point. */
export const swedishSigns = readSigns(
  { ...swedishBadWater, ...swedishShutoff, ...swedishAllClear },
  swedishPatterns,
);
