import { Agent } from 'undici';
import { sign } from './signature.js';

/** What the sender's address answered; undefined status means it could not be reached. */
export interface Answer {
  readonly status: number | undefined;
  readonly body: string;
}

const LONGEST_ANSWER = 64 * 1024;

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
  async post(url: string, params: Readonly<Record<string, string>>): Promise<Answer> {
    try {
      const { origin, pathname, search } = new URL(url);
      const answer = await this.#agent.request({
        origin,
        path: pathname + search,
        method: 'POST',
        headers: {
          'content-type': 'application/x-www-form-urlencoded; charset=utf-8',
          'x-twilio-signature': sign(this.authToken, url, params),
          'user-agent': 'TwilioProxy/1.1',
          accept: '*/*',
        },
        body: new URLSearchParams(params).toString(),
      });
      let body = '';
      answer.body.setEncoding('utf8');
      for await (const chunk of answer.body) {
        body += String(chunk);
        if (body.length > LONGEST_ANSWER) break;
      }
      return { status: answer.statusCode, body };
    } catch {
      return { status: undefined, body: '' };
    }
  }

  async close(): Promise<void> {
    await this.#agent.destroy();
  }
}
