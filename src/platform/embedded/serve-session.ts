import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { ClientSession, type EmbeddedSession } from './client-session.js';
import { FairMutex } from './fair-mutex.js';

export interface ServedSession {
  /** Connection URL for PostgreSQL clients, including the password. */
  readonly url: string;
  /** Waits until the last client has disconnected, but at most `ms` milliseconds. */
  untilAlone(ms: number): Promise<void>;
  /** Ends every connection. Open transactions are rolled back; committed data stays. */
  close(): Promise<void>;
}

export interface ServeOptions {
  /** Called when the database itself failed. It must stop the process. */
  readonly onFatal: (error: unknown) => void;
  /** Milliseconds a client may keep an idle transaction open while others wait. */
  readonly patience?: number;
}

/**
 * Serves one database session to many PostgreSQL clients, on a free port of the loopback address. Any user of the
 * machine can reach that port, so clients need a password. It is generated at each start.
 *
 * @param opening the session; clients that connect before it is open wait for it
 */
export async function serveSession(
  opening: Promise<EmbeddedSession>,
  { onFatal, patience = 20_000 }: ServeOptions,
): Promise<ServedSession> {
  const turns = new FairMutex();
  const begin = await turns.acquire();
  let opened: EmbeddedSession | undefined;
  const session: EmbeddedSession = {
    execProtocolRaw: (message) => opened!.execProtocolRaw(message),
    isInTransaction: () => opened!.isInTransaction(),
  };
  opening.then(
    (database) => {
      opened = database;
      begin();
    },
    // The caller awaits the same promise and handles its failure.
    () => undefined,
  );
  const password = randomBytes(24).toString('base64url');
  const sockets = new Set<Socket>();
  const server: Server = createServer((socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    new ClientSession(socket, session, turns, comparer(password), patience, onFatal);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `postgres://postgres:${password}@127.0.0.1:${port}/postgres`,
    untilAlone: async (ms) => {
      const end = Date.now() + ms;
      while (sockets.size > 0 && Date.now() < end) await pause(50);
    },
    close: async () => {
      const closed = new Promise((resolve) => server.close(resolve));
      for (const socket of sockets) socket.destroy();
      await closed;
      // The mutex is free when the last client has cleaned up and no transaction is open.
      await turns.acquire();
    },
  };
}

/** Compares hashes in constant time, so that the duration reveals neither the password nor its length. */
function comparer(password: string): (said: Buffer) => boolean {
  const hash = (text: string | Buffer) => createHash('sha256').update(text).digest();
  const right = hash(password);
  return (said) => timingSafeEqual(hash(said), right);
}
