import {
  PostgresConnection,
  PostgresQueueBackend,
  Queue,
  Worker,
  assertSchemaCompatibility,
  runMigrations,
  type Processor,
  type createPostgresBackend,
} from 'bullmq';
import { queueConnections } from '../database/pool-sizes.js';
import { workerDefaults, type OpenQueue, type OpenWorker, type QueueBackend } from './queue-backend.js';
import { HeardClient } from '../database/heard-client.js';

/** The schema of BullMQ's tables. On the embedded database it is found through the search path. */
const schema = 'bullmq';

/** Seconds between polls of an empty queue. Needed where NOTIFY does not arrive, as on the embedded database. */
const lookEvery = 0.5;

type Listener = Awaited<ReturnType<PostgresConnection['getListenClient']>>;

/** Lets several workers share one listening client. Serializes their statements, as the client requires. */
class SharedConnection extends PostgresConnection {
  private readonly inTurns = new WeakSet<Listener>();

  constructor(settings: ConstructorParameters<typeof PostgresConnection>[0]) {
    super(settings);
    // The listening client is not from the pool. BullMQ creates it from this class.
    Object.assign(this, { pgModule: { Client: HeardClient } });
  }

  override async getListenClient(): Promise<Listener> {
    const client = await super.getListenClient();
    if (this.inTurns.has(client)) return client;
    this.inTurns.add(client);
    const ask = client.query.bind(client) as (...args: unknown[]) => Promise<unknown>;
    let last: Promise<unknown> = Promise.resolve();
    const askInTurn = (...args: unknown[]): Promise<unknown> => {
      const asked = last.then(() => ask(...args));
      last = asked.catch(() => undefined);
      return asked;
    };
    return Object.assign(client, { query: askInTurn });
  }
}

/** BullMQ on PostgreSQL: the embedded database, or a real one without Redis. All queues share a few connections. */
export class PostgresBackend implements QueueBackend {
  private prepared?: Promise<void>;
  private connection?: PostgresConnection;

  /** @param url of PostgreSQL itself: BullMQ needs LISTEN and a search path, which a pooler does not pass on */
  constructor(private readonly url: string) {}

  prepare(): Promise<void> {
    this.prepared ??= this.migrate().catch((error: unknown) => {
      this.prepared = undefined;
      throw error;
    });
    return this.prepared;
  }

  openQueue(name: string): OpenQueue {
    return new Queue(name, { connection: this.settings, streams: { events: { maxLen: 100 } } }, this.backend);
  }

  openWorker(name: string, processor: Processor, concurrency: number): OpenWorker {
    const options = { ...workerDefaults, connection: this.settings, concurrency, drainDelay: lookEvery };
    return new Worker(name, processor, options, this.backend);
  }

  async close(): Promise<void> {
    await this.connection?.close();
  }

  private get settings() {
    return {
      connectionString: this.url,
      application_name: 'budkavle-queue',
      schema,
      max: queueConnections.asking,
      connectionTimeoutMillis: 10_000,
      keepAlive: true,
      Client: HeardClient,
    };
  }

  private readonly backend: typeof createPostgresBackend = (name, options) => {
    const made = new PostgresQueueBackend(this.shared(), name, options);
    // After an outage, BullMQ waits up to an hour for a NOTIFY, which the embedded database never delivers. Wait at
    // most 2 s on both kinds of database.
    Object.defineProperty(made, 'maximumBlockTimeout', { value: 2 });
    // Other queues and workers still use the shared connections. They are closed last, in close().
    made.close = () => Promise.resolve();
    made.disconnect = () => made.disconnectBlocking();
    return made;
  };

  /** The connection of all queues and workers of this process. BullMQ would open a pool and a listener for each. */
  private shared(): PostgresConnection {
    if (this.connection) return this.connection;
    const made = new SharedConnection(this.settings);
    made.setMaxListeners(0);
    this.connection = made;
    // A connection that could not start never recovers: the next caller gets a new one.
    made.waitUntilReady().catch(() => {
      if (this.connection === made) this.connection = undefined;
      void made.close().catch(() => undefined);
    });
    return made;
  }

  /** Checks the schema first, so that a database role without CREATE rights can use what the `migrate` role created. */
  private async migrate(): Promise<void> {
    const client = new HeardClient({ connectionString: this.url, connectionTimeoutMillis: 10_000 });
    await client.connect();
    try {
      await assertSchemaCompatibility(client, schema).catch(() => runMigrations(client, schema));
    } finally {
      await client.end().catch(() => undefined);
    }
  }
}
