import { Config } from '../platform/config/config.js';
import { isPortRefusal, portRefused } from '../platform/processes/free-port.js';
import { tellParent, untilStopped } from '../platform/processes/parent.js';
import { startSimulator } from '../simulator/simulator.js';
import { demoAccounts } from './demo/demo-accounts.js';
import type { RoleContext } from './role.js';

/** Runs the simulator: a provider for tests, with a page for each handset. It needs no database. */
export async function runSimulator({ env }: RoleContext): Promise<void> {
  const config = Config.read({ ...env, DATABASE_URL: env['DATABASE_URL'] || 'none' });
  const port = config.get('SIMULATOR_PORT');
  const simulator = await startSimulator({
    port,
    host: config.get('HOST'),
    accountSid: config.get('TWILIO_ACCOUNT_SID'),
    authToken: config.get('TWILIO_AUTH_TOKEN'),
    accounts: demoAccounts(config),
    inboundUrl: `${config.publicUrl}/callbacks/twilio/inbound`,
  }).catch((error: unknown) => {
    throw isPortRefusal(error) ? portRefused('SIMULATOR_PORT', port) : error;
  });
  await tellParent({ state: 'ready', detail: simulator.url });
  await untilStopped();
  await simulator.close();
}
