import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { aMessage } from '../../../../test/support/messages.js';
import { Config } from '../../../platform/config/config.js';
import { InFlight } from '../../rate/in-flight.js';
import { TwilioProvider } from './twilio-provider.js';

describe('sending through Twilio', () => {
  const sid = `SM${'1'.repeat(32)}`;
  let asked = 0;
  let server: Server;
  let provider: TwilioProvider;
  beforeAll(async () => {
    server = createServer((_request, response) => {
      asked++;
      response.writeHead(201, { 'content-type': 'application/json' }).end(JSON.stringify({ sid }));
    });
    await once(server.listen(0, '127.0.0.1'), 'listening');
    const config = Config.read({
      DATABASE_URL: 'postgres://nowhere',
      SIMULATOR_URL: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    });
    provider = new TwilioProvider(config, new InFlight(), config.simulatorUrl);
  });
  beforeEach(() => (asked = 0));
  afterAll(async () => {
    await provider.close();
    server.close();
  });

  // Between the check of the lease and the first byte the SDK is loaded and the process may freeze.
  it.each([
    ['text', aMessage()],
    ['call', aMessage({ channel: 'voice', to: '+46980319200', from: '+46980319299' })],
  ])('a %s is not begun after its time, and the next one is', async (_what, message) => {
    const late = provider.send({ ...message, beginBy: performance.now() - 1 });
    const inTime = provider.send({ ...message, beginBy: performance.now() + 60_000 });
    expect(await late).toMatchObject({ kind: 'not-sent' });
    expect(await inTime).toMatchObject({ kind: 'accepted', providerRef: sid });
    expect(asked).toBe(1);
  });
});
