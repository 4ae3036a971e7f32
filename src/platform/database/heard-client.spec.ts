import { once } from 'node:events';
import net from 'node:net';
import { openDataSource } from './data-source.js';

const message = (type: string, body: Buffer): Buffer => {
  const length = Buffer.alloc(4);
  length.writeInt32BE(body.length + 4);
  return Buffer.concat([Buffer.from(type), length, body]);
};
const authenticated = message('R', Buffer.alloc(4));
const ready = message('Z', Buffer.from('I'));
const shuttingDown = message(
  'E',
  Buffer.from('SFATAL\0VFATAL\0C57P01\0Mterminating connection due to administrator command\0\0'),
);

describe('a PostgreSQL server that shuts down just when a connection becomes ready', () => {
  let server: net.Server;
  let url: string;
  let connections = 0;
  beforeAll(async () => {
    server = net.createServer((socket) => {
      connections += 1;
      socket.on('error', () => undefined);
      // All in one chunk, as a busy process, or one that was frozen, reads it.
      socket.once('data', () => socket.end(Buffer.concat([authenticated, ready, shuttingDown])));
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    url = `postgres://budkavle@127.0.0.1:${(server.address() as net.AddressInfo).port}/budkavle`;
  });
  afterAll(() => server.close());
  beforeEach(() => (connections = 0));

  it('makes the query fail, but does not end the process', async () => {
    await expect(openDataSource({ url, pool: 2, migrations: [] })).rejects.toThrow(/connection|terminat/i);
    expect(connections).toBeGreaterThan(1);
  });
});
