import { Child } from './child.js';
import type { Arrivals } from './null-server.js';

/** The run's handle on the null server, which is a process of its own. */
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

  /** Arrival times by text since the last call; the null server then forgets them. */
  take(): Promise<Arrivals> {
    return this.child.ask<Arrivals>({ forget: true });
  }

  stop(): Promise<void> {
    return this.child.end();
  }
}
