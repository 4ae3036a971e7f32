import {
  Queue,
  Worker,
  assertSchemaCompatibility,
  createPostgresBackend,
  runMigrations,
  type Processor,
} from 'bullmq';
import { Client } from 'pg';
import { workerDefaults, type OpenQueue, type OpenWorker, type QueueBackend } from './queue-backend.js';

/** The schema BullMQ keeps its tables in; the embedded database finds it by its search path. */
const schema = 'bullmq';

/** Seconds between looks at an empty queue where NOTIFY is not heard, as on the embedded database. */
const lookEvery = 0.5;

const backend: typeof createPostgresBackend = (name, options, factoryOptions) => {
  const made = createPostgresBackend(name, options, factoryOptions);
  // After an outage BullMQ waits "for ever", capped here at an hour, for a NOTIFY that the embedded database never
  // delivers. A few seconds keep both kinds awake.
  Object.defineProperty(made, 'maximumBlockTimeout', { value: 2 });
  return made;
};

/** BullMQ on PostgreSQL: the embedded database, or a real one where there is no Redis. */
export class PostgresBackend implements QueueBackend {
  private prepared?: Promise<void>;

  constructor(private readonly url: string) {}

  prepare(): Promise<void> {
    this.prepared ??= this.migrate().catch((error: unknown) => {
      this.prepared = undefined;
      throw error;
    });
    return this.prepared;
  }

  openQueue(name: string): OpenQueue {
    return new Queue(name, { connection: this.connection(), streams: { events: { maxLen: 100 } } }, backend);
  }

  openWorker(name: string, processor: Processor, concurrency: number): OpenWorker {
    return new Worker(
      name,
      processor,
      { ...workerDefaults, connection: this.connection(), concurrency, drainDelay: lookEvery },
      backend,
    );
  }

  close(): Promise<void> {
    return Promise.resolve();
  }

  private connection() {
    return { connectionString: this.url, schema, max: 2, connectionTimeoutMillis: 10_000, keepAlive: true };
  }

  /** Reads first, so that a role that may not create schemas can run on what the `migrate` role made. */
  private async migrate(): Promise<void> {
    const client = new Client({ connectionString: this.url, connectionTimeoutMillis: 10_000 });
    client.on('error', () => undefined);
    await client.connect();
    try {
      await assertSchemaCompatibility(client, schema).catch(() => runMigrations(client, schema));
    } finally {
      await client.end().catch(() => undefined);
    }
  }
}
