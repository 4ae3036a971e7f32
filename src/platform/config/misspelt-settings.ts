import { editDistance } from '../../kernel/edit-distance.js';
import { settingNames } from './config.js';

export interface MisspeltSetting {
  readonly name: string;
  /** The setting that was probably meant. */
  readonly meant: string;
}

/** Slips of the finger between a name and the setting that it is taken for. A short name is more easily another one. */
const maxSlips = (name: string): number => (name.length < 8 ? 1 : 2);

/**
 * Variables that no setting has but that look like one: without a word the default would hold.
 *
 * @param env as the process got it; another program's variables may be among them
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
