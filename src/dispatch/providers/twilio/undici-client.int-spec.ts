import { createServer } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import twilio from 'twilio';
import { eventually } from '../../../../test/support/eventually.js';
import { UndiciClient } from './undici-client.js';

it('gives up what it asks when it is told to, and goes on with what it sends', async () => {
  const answers: (() => void)[] = [];
  const server = createServer((request, response) => {
    const body = JSON.stringify({ sid: `SM${'0'.repeat(32)}` });
    answers.push(() => void response.writeHead(201, { 'content-type': 'application/json' }).end(body));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const transport = new UndiciClient({
    baseUrl: `http://127.0.0.1:${port}`,
    timeoutMs: 20_000,
    connections: 1,
  });
  const client = twilio('AC00000000000000000000000000000000', 'a-secret-of-sixteen', {
    httpClient: transport.forSdk(),
  });
  const asked = client.messages.list({ to: '+46701740605', limit: 1 });
  const sent = client.messages.create({ to: '+46701740605', from: 'Kommunen', body: 'Prov' });
  await eventually(() => answers.length === 2);
  transport.stopAsking();
  await expect(asked).rejects.toThrow();
  await expect(client.messages('SM1').fetch()).rejects.toThrow();
  for (const answer of answers) answer();
  expect((await sent).sid).toBe(`SM${'0'.repeat(32)}`);
  await transport.close();
  server.close();
});

it.each([
  ['nowhere', {}],
  ['a region', { region: 'ie1' }],
  ['a region and an edge', { region: 'ie1', edge: 'dublin' }],
])('speaks to the configured host only, whatever host the SDK names: %s', async (_what, options) => {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? '');
    response.writeHead(404, { 'content-type': 'application/json' }).end('{"code":20404,"status":404}');
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const transport = new UndiciClient({
    baseUrl: `http://127.0.0.1:${port}`,
    timeoutMs: 1000,
    connections: 1,
  });
  const client = twilio('AC00000000000000000000000000000000', 'a-secret-of-sixteen', {
    httpClient: transport.forSdk(),
    ...options,
  });
  await expect(client.messages('SM1').fetch()).rejects.toMatchObject({ status: 404 });
  expect(asked).toEqual(['/2010-04-01/Accounts/AC00000000000000000000000000000000/Messages/SM1.json']);
  await transport.close();
  server.close();
});
