import { stringify } from 'node:querystring';
import { Agent, type Dispatcher } from 'undici';
import { sign } from './signature.js';

/** The answer of the sender. An undefined status means that it could not be reached. */
export interface WebhookResponse {
  readonly status: number | undefined;
  readonly body: string;
}

const LONGEST_ANSWER = 64 * 1024;
const UNREACHED: WebhookResponse = { status: undefined, body: '' };

/** Signed form posts to the sender, over keep-alive connections. */
export class Webhooks {
  readonly #agent: Agent;

  constructor(
    private readonly authToken: string,
    connections: number,
  ) {
    // Twilio waits 15 seconds for an answer.
    this.#agent = new Agent({
      connections,
      headersTimeout: 15_000,
      bodyTimeout: 15_000,
      connect: { timeout: 5_000 },
    });
  }

  /** Posts, and reads at most 64 KB of the answer. Never throws. */
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

/** Reads an answer without creating a stream, for speed: most answers are empty, and there are two for each text. */
class AnswerReader implements Dispatcher.DispatchHandler {
  #status: number | undefined;
  #length = 0;
  readonly #chunks: Buffer[] = [];

  constructor(private readonly resolve: (answer: WebhookResponse) => void) {}

  // Without this method, Undici treats the handler as one of its older interface.
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
