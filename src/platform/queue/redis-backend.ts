import { Queue, Worker, createRedisBackend, type Processor } from 'bullmq';
import { workerDefaults, type OpenQueue, type OpenWorker, type QueueBackend } from './queue-backend.js';
import { connectRedis, parseRedisUrl, type RedisAddress, type RedisClient } from './redis-connection.js';

/** BullMQ on Redis ≥ 7 or Valkey: one server, Sentinel or Cluster. */
export class RedisBackend implements QueueBackend {
  private readonly address: RedisAddress;
  /** In braces (a hash tag), so that all keys of a queue are in the same Cluster slot. */
  private readonly prefix: string;
  private producer?: RedisClient;
  private consumer?: RedisClient;

  constructor(
    url: string,
    prefix: string,
    private readonly onError: (error: Error) => void,
  ) {
    this.address = parseRedisUrl(url);
    this.prefix = `{${prefix}}`;
  }

  prepare(): Promise<void> {
    return Promise.resolve();
  }

  openQueue(name: string): OpenQueue {
    // Fail at once while Redis is down. A ring queued in memory could arrive long after its work was done.
    this.producer ??= this.connect({ enableOfflineQueue: false });
    const options = { connection: this.producer, prefix: this.prefix, streams: { events: { maxLen: 100 } } };
    return new Queue(name, options, createRedisBackend);
  }

  openWorker(name: string, processor: Processor, concurrency: number): OpenWorker {
    this.consumer ??= this.connect({ maxRetriesPerRequest: null });
    const options = { ...workerDefaults, connection: this.consumer, prefix: this.prefix, concurrency };
    return new Worker(name, processor, options, createRedisBackend);
  }

  close(): Promise<void> {
    this.producer?.disconnect();
    this.consumer?.disconnect();
    return Promise.resolve();
  }

  private connect(options: Parameters<typeof connectRedis>[1]): RedisClient {
    const client = connectRedis(this.address, options);
    client.on('error', this.onError);
    return client;
  }
}
