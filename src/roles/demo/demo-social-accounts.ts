import type { INestApplicationContext } from '@nestjs/common';
import { networks } from '../../publishing/social/network.js';
import { KeepAccounts } from '../../publishing/social/keep-accounts.js';
import { SocialAccounts } from '../../publishing/social/social-accounts.repository.js';
import type { Config } from '../../platform/config/config.js';
import { demoPeople } from './demo-people.js';

/**
 * An account on each of the simulator's social media, unless there are accounts. After the demo's history, so that it
 * posts none of it.
 */
export async function ensureDemoSocialAccounts(app: INestApplicationContext, config: Config): Promise<void> {
  if ((await app.get(SocialAccounts, { strict: false }).list()).length > 0) return;
  const keep = app.get(KeepAccounts, { strict: false });
  for (const network of networks)
    await keep.add(
      {
        network,
        address: config.simulatorUrl,
        token: `demo-${network}-kommunen`,
        language: 'sv',
        active: true,
      },
      { ...demoPeople[0], via: 'key' },
    );
}
