import { Client, type ClientConfig } from 'pg';

/**
 * A client that always has an error listener. Pool and TypeORM add their listeners only after a connection is handed
 * over. Without this listener, a server restart just before that would end the process by an unhandled error event.
 * Queries on the broken connection still fail.
 */
export class HeardClient extends Client {
  constructor(config?: string | ClientConfig) {
    super(config);
    this.on('error', () => undefined);
  }
}
