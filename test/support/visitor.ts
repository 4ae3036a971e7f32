import type { NestFastifyApplication } from '@nestjs/platform-fastify';

type Answer = Awaited<ReturnType<NestFastifyApplication['inject']>>;

/** A minimal browser: it keeps cookies, follows redirects after a form, and reads text. */
export class Visitor {
  readonly cookies: Record<string, string> = {};

  constructor(private readonly app: NestFastifyApplication) {}

  get(url: string, headers: Record<string, string> = {}): Promise<Answer> {
    return this.send({ method: 'GET', url, headers });
  }

  /** Sends a form, and follows the redirect. */
  async post(url: string, form: Record<string, string | string[]>): Promise<Answer> {
    const answer = await this.submit(url, form);
    return answer.statusCode === 303 ? this.get(String(answer.headers.location)) : answer;
  }

  submit(
    url: string,
    form: Record<string, string | string[]>,
    headers: Record<string, string> = {},
  ): Promise<Answer> {
    const payload = new URLSearchParams(
      Object.entries(form).flatMap(([name, value]) => [value].flat().map((each) => [name, each])),
    ).toString();
    const type = { 'content-type': 'application/x-www-form-urlencoded' };
    return this.send({ method: 'POST', url, payload, headers: { ...type, ...headers } });
  }

  private async send(request: {
    method: 'GET' | 'POST';
    url: string;
    payload?: string;
    headers: Record<string, string>;
  }): Promise<Answer> {
    const headers = { accept: 'text/html', ...request.headers };
    const answer = await this.app.inject({ ...request, headers, cookies: this.cookies });
    for (const { name, value } of answer.cookies) this.cookies[name] = value;
    return answer;
  }
}

/** The text of a page, without markup. */
export const textOf = (answer: Answer): string =>
  answer.body
    .replace(/<(script|style)[^>]*>.*?<\/\1>/gs, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/[\s\u00a0]+/g, ' ')
    .replaceAll('\u2011', '-');

export const titleOf = (answer: Answer): string => /<title>(.*?)<\/title>/.exec(answer.body)?.[1] ?? '';
