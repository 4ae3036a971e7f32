import { Client, type ClientConfig } from 'pg';

/**
 * A connection whose end is always heard. Pool and TypeORM listen for errors only from the moment after a connection is
 * handed over: a server that restarts in that moment would end the process. Queries fail all the same.
 */
export class HeardClient extends Client {
  constructor(config?: string | ClientConfig) {
    super(config);
    this.on('error', () => undefined);
  }
}
