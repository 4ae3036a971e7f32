import path from 'node:path';
import { Worker } from 'node:worker_threads';

/** An element without its namespace and attributes. */
export interface Element {
  readonly name: string;
  /** Empty if it has children. */
  readonly text: string;
  readonly children: readonly Element[];
}

export interface Checked {
  /** What the schema says; empty if it is valid. */
  readonly faults: readonly string[];
  /** Undefined if it is not well-formed. */
  readonly tree?: Element;
}

interface Waiting {
  readonly resolve: (checked: Checked) => void;
  readonly reject: (error: Error) => void;
}

const folder = path.join(process.cwd(), 'test/support/cap');

/** The schema of CAP 1.2, as libxml2 reads it. Must be closed. */
export class CapSchema {
  private readonly worker = new Worker(path.join(folder, 'schema-worker.mjs'), {
    workerData: { schema: path.join(folder, 'cap12.xsd') },
  });
  private readonly waiting = new Map<number, Waiting>();
  private last = 0;

  constructor() {
    this.worker.on('message', ({ id, ...checked }: Checked & { id: number }) => {
      this.waiting.get(id)?.resolve(checked);
      this.waiting.delete(id);
    });
    this.worker.on('error', (error) => {
      for (const { reject } of this.waiting.values()) reject(error);
    });
  }

  check(xml: string): Promise<Checked> {
    const id = ++this.last;
    return new Promise((resolve, reject) => {
      this.waiting.set(id, { resolve, reject });
      this.worker.postMessage({ id, xml });
    });
  }

  async close(): Promise<void> {
    await this.worker.terminate();
  }
}
