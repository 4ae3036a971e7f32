import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface ReceivedWebhook {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** A system on this machine that receives webhooks. */
export class WebhookReceiver {
  received: ReceivedWebhook[] = [];
  /** What it answers to each. */
  answer: (response: ServerResponse, request: IncomingMessage) => void = accept;

  private constructor(private readonly server: Server) {}

  static async start(): Promise<WebhookReceiver> {
    const server = createServer();
    const receiver = new WebhookReceiver(server);
    server.on('request', (request, response) => void receiver.take(request, response));
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    return receiver;
  }

  get address(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/hook`;
  }

  /** Forgets what it has received, and accepts everything. */
  reset(): void {
    this.received = [];
    this.answer = accept;
  }

  /** Answers with this status. */
  says(status: number, headers: Record<string, string> = {}): void {
    this.answer = (response) => response.writeHead(status, headers).end();
  }

  /** What was received, read as JSON. */
  bodies<T>(): T[] {
    return this.received.map(({ body }) => JSON.parse(body) as T);
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((done) => this.server.close(done));
  }

  private async take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const parts: Buffer[] = [];
    for await (const part of request as AsyncIterable<Buffer>) parts.push(part);
    const body = Buffer.concat(parts).toString('utf8');
    this.received.push({ headers: request.headers as Record<string, string>, body });
    this.answer(response, request);
  }
}

const accept = (response: ServerResponse): void => {
  response.writeHead(204).end();
};
