import { createHash } from 'node:crypto';
import { migrations } from '../../../migrations/all.js';
import type { Config } from '../../platform/config/config.js';
import type { HomeFolder } from '../../platform/embedded/home-folder.js';
import type { DemoKeys } from './demo-people.js';

/** Hash of everything that the preparation depends on. If it is unchanged, a later start can skip the preparation. */
function fingerprint(settings: Config, keys: DemoKeys): string {
  const what = [
    migrations.map((migration) => String(migration)),
    settings.get('METRIC_SRID'),
    settings.get('DEMO_RESIDENTS'),
    settings.get('REDIS_URL') === undefined,
    settings.get('OIDC_ISSUER'),
    keys,
  ];
  return createHash('sha256').update(JSON.stringify(what)).digest('hex');
}

export const isPrepared = async (home: HomeFolder, settings: Config, keys: DemoKeys): Promise<boolean> =>
  (await home.read('prepared')) === fingerprint(settings, keys);

export const notePrepared = (home: HomeFolder, settings: Config, keys: DemoKeys): Promise<void> =>
  home.write('prepared', fingerprint(settings, keys));
