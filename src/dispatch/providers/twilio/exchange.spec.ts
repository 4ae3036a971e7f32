import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Client } from 'undici';
import { Exchange, type ProviderResponse } from './exchange.js';

describe('a request of the transport', () => {
  let asked = 0;
  const server = createServer((_request, response) => {
    asked++;
    response.end('yes');
  });
  let client: Client;
  beforeAll(async () => {
    await once(server.listen(0, '127.0.0.1'), 'listening');
    client = new Client(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  });
  beforeEach(() => (asked = 0));
  afterAll(async () => {
    await client.close();
    server.close();
  });

  const ask = (beginBy: number): Promise<ProviderResponse> =>
    new Promise((resolve, reject) =>
      client.dispatch({ path: '/', method: 'POST', body: 'x' }, new Exchange(beginBy, resolve, reject)),
    );

  it('is made, and its answer is collected', async () => {
    expect(await ask(performance.now() + 60_000)).toMatchObject({ statusCode: 200, body: 'yes' });
    expect(asked).toBe(1);
  });

  it('is not written when it could not begin in time', async () => {
    await expect(ask(performance.now() - 1)).rejects.toMatchObject({ code: 'BEGUN_TOO_LATE' });
    expect(await ask(performance.now() + 60_000)).toMatchObject({ body: 'yes' });
    expect(asked).toBe(1);
  });
});
