import { readSigns } from './sign.js';
import { swedishAllClear } from './swedish-all-clear.js';
import { swedishBadWater } from './swedish-bad-water.js';
import { swedishDanger } from './swedish-danger.js';
import { swedishPatterns } from './swedish-patterns.js';
import { swedishShutoff } from './swedish-shutoff.js';

/** How Swedish municipalities and water utilities write, by point. */
export const swedishSigns = readSigns(
  { ...swedishBadWater, ...swedishShutoff, ...swedishDanger, ...swedishAllClear },
  swedishPatterns,
);
