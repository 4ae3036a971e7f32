import { aMessage } from '../../../test/support/messages.js';
import { Config } from '../../platform/config/config.js';
import { InFlights } from '../rate/in-flight.js';
import { ConfiguredProviders } from './providers.js';
import type { WatchLookUps } from './watch-look-ups.js';

const real = {
  DATABASE_URL: 'postgres://nowhere',
  PROVIDER: 'twilio',
  TWILIO_ACCOUNT_SID: `AC${'1'.repeat(32)}`,
  TWILIO_AUTH_TOKEN: 'a-token-of-the-account',
  SECRET_KEY: 'a-secret-key-of-its-own',
  PUBLIC_URL: 'https://sms.example.se',
};

describe('the providers', () => {
  const open: ConfiguredProviders[] = [];
  const providersOf = (settings: Record<string, string>) => {
    const watch = { note: () => undefined } as unknown as WatchLookUps;
    const providers = new ConfiguredProviders(Config.read(settings), new InFlights(), watch);
    open.push(providers);
    return providers;
  };
  afterEach(() => Promise.all(open.splice(0).map((one) => one.close())));

  it.each([null, 'twilio'])(
    'never send an exercise or a generated number to real phones: %s',
    async (name) => {
      const provider = providersOf(real).of(name);
      for (const more of [{ exercise: true }, { generated: true }])
        expect(await provider.send(aMessage(more))).toMatchObject({ kind: 'rejected' });
    },
  );

  it('a provider that is not configured answers nothing', async () => {
    const providers = providersOf({ DATABASE_URL: 'postgres://nowhere' });
    for (const name of ['twilio', 'closed-down'])
      expect(await providers.of(name).listSince('sms', '+46701740605', new Date())).toEqual({
        failed: 'provider-not-configured',
      });
  });

  it('sentLists contains the providers that a sender uses', () => {
    expect(providersOf(real).sentLists()).toEqual([expect.objectContaining({ provider: 'twilio' })]);
  });
});
