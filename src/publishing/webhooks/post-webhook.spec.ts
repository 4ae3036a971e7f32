import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { gzipSync } from 'node:zlib';
import type { Config } from '../../platform/config/config.js';
import { PostWebhook, type Posted } from './post-webhook.js';

/** Waits less long for an answer. Milliseconds. */
class Impatient extends PostWebhook {
  protected override patience = 1_000;
}

const bomb = gzipSync(Buffer.alloc(10_000_000));

describe('a request to a receiver that means harm', () => {
  let server: Server;
  let answer: (socket: Socket) => void;
  const sockets = new Set<Socket>();
  beforeAll(async () => {
    server = createServer((socket) => {
      sockets.add(socket);
      socket.on('error', () => undefined);
      socket.on('close', () => sockets.delete(socket));
      socket.once('data', () => answer(socket));
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  });
  afterAll(async () => {
    for (const socket of sockets) socket.destroy();
    await new Promise((done) => server.close(done));
  });

  const config = { get: () => ['127.0.0.1'] } as unknown as Config;
  const post = (by = new PostWebhook(config)): Promise<Posted> => {
    const { port } = server.address() as AddressInfo;
    return by.run(`http://127.0.0.1:${port}/`, {}, '{}', new AbortController().signal);
  };
  /** Writes without end, as fast as it is read. */
  const forever = (socket: Socket, chunk: string | Buffer) => {
    const more = (): void => {
      while (!socket.destroyed && socket.write(chunk));
    };
    socket.on('drain', more);
    more();
  };

  it.each<[string, (socket: Socket) => void, Posted]>([
    ['says nothing', () => undefined, { kind: 'failed', reason: 'timeout' }],
    [
      'gives one letter at a time',
      (socket) => {
        socket.write('HTTP/1.1 200 OK\r\nx: ');
        const drip = setInterval(() => (socket.destroyed ? clearInterval(drip) : socket.write('x')), 20);
      },
      { kind: 'failed', reason: 'timeout' },
    ],
    [
      'says to go on without end',
      (socket) => forever(socket, 'HTTP/1.1 102 Processing\r\n\r\n'),
      { kind: 'failed', reason: 'timeout' },
    ],
    [
      'has headers without end',
      (socket) => {
        socket.write('HTTP/1.1 200 OK\r\n');
        forever(socket, `x: ${'x'.repeat(1000)}\r\n`);
      },
      { kind: 'failed', reason: 'UND_ERR_HEADERS_OVERFLOW' },
    ],
    [
      'sends a body without end',
      (socket) => {
        socket.write('HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n');
        forever(socket, `400\r\n${'x'.repeat(1024)}\r\n`);
      },
      { kind: 'delivered', status: 200 },
    ],
    [
      'sends what grows when it is unpacked',
      (socket) => {
        socket.write(`HTTP/1.1 200 OK\r\ncontent-encoding: gzip\r\ncontent-length: ${bomb.length}\r\n\r\n`);
        socket.end(bomb);
      },
      { kind: 'delivered', status: 200 },
    ],
    [
      'breaks off its answer',
      (socket) => socket.end('HTTP/1.1 200 OK\r\ncontent-length: 10\r\n\r\nx'),
      { kind: 'delivered', status: 200 },
    ],
    ['closes at once', (socket) => socket.destroy(), { kind: 'failed', reason: 'UND_ERR_SOCKET' }],
    [
      'speaks something else',
      (socket) => socket.end('SSH-2.0-OpenSSH_9.2\r\n'),
      { kind: 'failed', reason: 'no-connection' },
    ],
    [
      'sends elsewhere',
      (socket) =>
        socket.end('HTTP/1.1 308 Moved\r\nlocation: http://127.0.0.1:1/\r\ncontent-length: 0\r\n\r\n'),
      { kind: 'failed', status: 308, reason: 'redirect' },
    ],
  ])('%s: it ends', async (_what, says, posted) => {
    answer = says;
    // Only where no other end is expected is the wait short: a busy machine may be slow.
    const isEndless = posted.kind === 'failed' && posted.reason === 'timeout';
    expect(await post(isEndless ? new Impatient(config) : new PostWebhook(config))).toEqual(posted);
  });

  it('leaves no connection behind', async () => {
    answer = (socket) => socket.write('HTTP/1.1 204 No Content\r\nconnection: keep-alive\r\n\r\n');
    const closed = new Promise((done) =>
      server.once('connection', (socket: Socket) => socket.once('close', done)),
    );
    expect(await post()).toEqual({ kind: 'delivered', status: 204 });
    await closed;
  });
});
