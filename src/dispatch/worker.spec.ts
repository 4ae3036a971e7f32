import type { Config } from '../platform/config/config.js';
import type { Doorbell } from '../platform/queue/doorbell.js';
import type { SendGate } from './gap/send-gate.js';
import type { Providers } from './providers/providers.js';
import type { SendLoopFactory } from './sending/send-loop-factory.js';
import type { Upkeep } from './upkeep.js';
import { Worker } from './worker.js';

it('a worker aborts its look-ups at shutdown, so that it does not wait for a slow provider', async () => {
  const order: string[] = [];
  let answered: () => void = () => undefined;
  const upkeep = {
    stop: async () => {
      await new Promise<void>((resolve) => (answered = resolve));
      order.push('upkeep ended');
    },
  };
  const providers = {
    stopLookUps: () => answered(),
    close: () => {
      order.push('providers closed');
      return Promise.resolve();
    },
  };
  const worker = new Worker(
    {} as SendLoopFactory,
    upkeep as unknown as Upkeep,
    {} as Doorbell,
    {} as Config,
    providers as unknown as Providers,
    { stop: () => Promise.resolve() } as unknown as SendGate,
  );
  await worker.beforeApplicationShutdown();
  expect(order).toEqual(['upkeep ended', 'providers closed']);
});
