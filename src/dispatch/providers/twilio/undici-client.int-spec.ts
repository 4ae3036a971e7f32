import { createServer, type RequestListener } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import twilio from 'twilio';
import { eventually } from '../../../../test/support/eventually.js';
import { UndiciClient } from './undici-client.js';

const account = 'AC00000000000000000000000000000000';

/** Twilio's SDK over our transport, connected to a server of this test. */
async function clientOf(listener: RequestListener, timeoutMs: number, options = {}) {
  const server = createServer(listener).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const transport = new UndiciClient({ baseUrl: `http://127.0.0.1:${port}`, timeoutMs, connections: 1 });
  const client = twilio(account, 'a-secret-of-sixteen', { httpClient: transport.forSdk(), ...options });
  const close = async () => {
    await transport.close();
    server.close();
  };
  return { client, transport, close };
}

it('stopAsking aborts look-ups, while sending continues', async () => {
  const answers: (() => void)[] = [];
  const body = JSON.stringify({ sid: `SM${'0'.repeat(32)}` });
  const { client, transport, close } = await clientOf((_request, response) => {
    answers.push(() => void response.writeHead(201, { 'content-type': 'application/json' }).end(body));
  }, 20_000);
  const asked = client.messages.list({ to: '+46701740605', limit: 1 });
  const sent = client.messages.create({ to: '+46701740605', from: 'Kommunen', body: 'Prov' });
  await eventually(() => answers.length === 2);
  transport.stopAsking();
  await expect(asked).rejects.toThrow();
  await expect(client.messages('SM1').fetch()).rejects.toThrow();
  for (const answer of answers) answer();
  expect((await sent).sid).toBe(`SM${'0'.repeat(32)}`);
  await close();
});

it.each([
  ['nowhere', {}],
  ['a region', { region: 'ie1' }],
  ['a region and an edge', { region: 'ie1', edge: 'dublin' }],
])('calls only the configured host, also if the SDK names: %s', async (_what, options) => {
  const asked: string[] = [];
  const { client, close } = await clientOf(
    (request, response) => {
      asked.push(request.url ?? '');
      response.writeHead(404, { 'content-type': 'application/json' }).end('{"code":20404,"status":404}');
    },
    1000,
    options,
  );
  await expect(client.messages('SM1').fetch()).rejects.toMatchObject({ status: 404 });
  expect(asked).toEqual([`/2010-04-01/Accounts/${account}/Messages/SM1.json`]);
  await close();
});
