import { Child } from './child.js';
import type { Arrivals } from './null-server.js';

/** The null server, as the run sees it. */
export class NullProvider {
  private constructor(
    private readonly child: Child,
    readonly url: string,
  ) {}

  static async start(): Promise<NullProvider> {
    const child = new Child('null-server');
    const { port } = await child.hear<{ port: number }>();
    return new NullProvider(child, `http://127.0.0.1:${port}`);
  }

  get pid(): number {
    return this.child.pid;
  }

  /** When each text's messages came since the last time this was asked. */
  take(): Promise<Arrivals> {
    return this.child.ask<Arrivals>({ forget: true });
  }

  stop(): Promise<void> {
    return this.child.end();
  }
}
