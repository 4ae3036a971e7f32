import net from 'node:net';
import { once } from 'node:events';

/** A proxy in front of a server. When a test shuts it, it looks from outside like a restart of the server. */
export interface Door {
  /** The server's address, but through the door. */
  readonly url: string;
  /** Ends every connection and takes no new ones. */
  shut(): Promise<void>;
  open(): Promise<void>;
}

export async function doorTo(serverUrl: string): Promise<Door> {
  const target = new URL(serverUrl);
  const targetPort = Number(target.port || (target.protocol.startsWith('redis') ? 6379 : 5432));
  const sockets = new Set<net.Socket>();
  let server: net.Server | undefined;
  let port = 0;

  const open = async (): Promise<void> => {
    server = net.createServer((inside) => {
      const outside = net.connect(targetPort, target.hostname);
      for (const [one, other] of [
        [inside, outside],
        [outside, inside],
      ] as const) {
        sockets.add(one);
        one.on('error', () => other.destroy());
        one.on('close', () => {
          sockets.delete(one);
          other.destroy();
        });
        one.pipe(other);
      }
    });
    server.listen(port, '127.0.0.1');
    await once(server, 'listening');
    port = (server.address() as net.AddressInfo).port;
  };

  const shut = async (): Promise<void> => {
    const closing = server;
    server = undefined;
    if (!closing) return;
    const closed = new Promise((resolve) => closing.close(resolve));
    for (const socket of sockets) socket.destroy();
    await closed;
  };

  await open();
  const through = new URL(serverUrl);
  through.hostname = '127.0.0.1';
  through.port = String(port);
  return { url: through.href, shut, open };
}
