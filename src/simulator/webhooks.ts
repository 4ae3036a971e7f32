import { stringify } from 'node:querystring';
import { Agent, type Dispatcher } from 'undici';
import { sign } from './signature.js';

/** What the sender's address answered; undefined status means it could not be reached. */
export interface WebhookResponse {
  readonly status: number | undefined;
  readonly body: string;
}

const LONGEST_ANSWER = 64 * 1024;
const UNREACHED: WebhookResponse = { status: undefined, body: '' };

/** Signed form posts to the sender's addresses, over kept-alive connections. */
export class Webhooks {
  readonly #agent: Agent;

  constructor(
    private readonly authToken: string,
    connections: number,
  ) {
    // 15 seconds is what Twilio waits for an answer.
    this.#agent = new Agent({
      connections,
      headersTimeout: 15_000,
      bodyTimeout: 15_000,
      connect: { timeout: 5_000 },
    });
  }

  /** Posts and reads the answer (at most 64 KB of it); never throws. */
  post(url: string, params: Readonly<Record<string, string>>): Promise<WebhookResponse> {
    return new Promise((resolve) => {
      try {
        const { origin, pathname, search } = new URL(url);
        this.#agent.dispatch(
          {
            origin,
            path: pathname + search,
            method: 'POST',
            headers: {
              'content-type': 'application/x-www-form-urlencoded; charset=utf-8',
              'x-twilio-signature': sign(this.authToken, url, params),
              'user-agent': 'TwilioProxy/1.1',
              accept: '*/*',
            },
            body: stringify(params),
          },
          new AnswerReader(resolve),
        );
      } catch {
        resolve(UNREACHED);
      }
    });
  }

  async close(): Promise<void> {
    await this.#agent.destroy();
  }
}

/** Reads an answer without a stream: most are empty, and there are two for each text. */
class AnswerReader implements Dispatcher.DispatchHandler {
  #status: number | undefined;
  #length = 0;
  readonly #chunks: Buffer[] = [];

  constructor(private readonly resolve: (answer: WebhookResponse) => void) {}

  // Undici takes a handler without this one for a handler of its older kind.
  onRequestStart(): void {
    this.#status = undefined;
  }

  onResponseStart(_controller: Dispatcher.DispatchController, status: number): void {
    this.#status = status;
  }

  onResponseData(controller: Dispatcher.DispatchController, chunk: Buffer): void {
    this.#chunks.push(chunk);
    this.#length += chunk.length;
    if (this.#length > LONGEST_ANSWER) {
      this.#finish();
      controller.abort(new Error('The answer is too long'));
    }
  }

  onResponseEnd(): void {
    this.#finish();
  }

  onResponseError(): void {
    this.resolve(UNREACHED);
  }

  #finish(): void {
    this.resolve({ status: this.#status, body: Buffer.concat(this.#chunks).toString('utf8') });
  }
}
