import net from 'node:net';
import { findRedis } from './programs.js';
import { ServerProcess } from './server-process.js';

/** A Redis of the run's own, without persistence: a restart loses all its data. */
export class RedisServer extends ServerProcess {
  private constructor(
    private readonly file: string,
    private readonly folder: string,
    private readonly port: number,
  ) {
    super();
  }

  /** @throws ProgramMissing */
  static async make(folder: string, port: number): Promise<RedisServer> {
    const server = new RedisServer(findRedis(), folder, port);
    await server.start();
    return server;
  }

  get url(): string {
    return `redis://127.0.0.1:${this.port}`;
  }

  protected command() {
    const args = [
      '--port',
      String(this.port),
      '--bind',
      '127.0.0.1',
      '--save',
      '',
      '--appendonly',
      'no',
      '--dir',
      this.folder,
    ];
    return { file: this.file, args };
  }

  protected answers(): Promise<boolean> {
    return new Promise((resolve) => {
      const socket = net.connect(this.port, '127.0.0.1');
      socket.once('error', () => resolve(false));
      socket.once('connect', () => socket.write('PING\r\n'));
      socket.once('data', (answer) => {
        socket.destroy();
        resolve(answer.toString().startsWith('+PONG'));
      });
    });
  }
}
