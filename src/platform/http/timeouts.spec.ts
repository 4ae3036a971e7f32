import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { answerBrokenRequest, timeouts } from './timeouts.js';

describe('a slow or broken client', () => {
  let server: Server;
  beforeAll(async () => {
    server = createServer({ requestTimeout: 50, connectionsCheckingInterval: 10 }, (request) =>
      request.resume(),
    );
    server.on('clientError', answerBrokenRequest);
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
  });
  afterAll(() => server.close());

  const answerTo = async (text: string): Promise<string> => {
    const socket = connect((server.address() as AddressInfo).port, '127.0.0.1');
    socket.setEncoding('utf8').write(text);
    let answer = '';
    socket.on('data', (chunk) => (answer += String(chunk)));
    await once(socket, 'close');
    return answer;
  };

  it('gets a 408 and is disconnected if its request takes too long', async () => {
    const answer = await answerTo('POST /amnen HTTP/1.1\r\nhost: a\r\ncontent-length: 100\r\n\r\nphone=');
    expect(answer).toMatch(/^HTTP\/1\.1 408 Request Timeout\r\n/);
    expect(JSON.parse(answer.split('\r\n\r\n')[1]!)).toMatchObject({ status: 408, code: 'request.too-slow' });
  });

  it('gets request.malformed if it does not speak HTTP', async () => {
    expect(await answerTo('hello\r\n\r\n')).toContain('"code":"request.malformed"');
  });

  it('has 30 seconds for a request, and 15 for its headers', () => {
    expect(timeouts).toMatchObject({ requestTimeout: 30_000, http: { headersTimeout: 15_000 } });
  });
});
