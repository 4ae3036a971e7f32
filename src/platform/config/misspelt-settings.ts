import { editDistance } from '../../kernel/edit-distance.js';
import { settingNames } from './config.js';

export interface MisspeltSetting {
  readonly name: string;
  /** The setting that was probably meant. */
  readonly meant: string;
}

/**
 * Maximum edit distance between a name and the setting it may mean. Lower for short names, which collide more easily.
 */
const maxSlips = (name: string): number => (name.length < 8 ? 1 : 2);

/**
 * Variables that are no setting but look like one. Without a warning, the default would be used silently.
 *
 * @param env the environment of the process; it may contain variables of other programs
 */
export function misspeltSettings(env: Readonly<Record<string, string | undefined>>): MisspeltSetting[] {
  const known = new Set(settingNames.flatMap((name) => [name, `${name}_FILE`]));
  return Object.keys(env)
    .filter((name) => !known.has(name))
    .flatMap((name) => {
      const upper = name.toUpperCase();
      const near = settingNames
        .filter((setting) => env[setting] === undefined)
        .map((setting) => ({ setting, slips: editDistance(upper, setting, 2).whole }))
        .filter(({ slips }) => slips <= maxSlips(name))
        .sort((a, b) => a.slips - b.slips);
      return near.slice(0, 1).map(({ setting }) => ({ name, meant: setting }));
    });
}
