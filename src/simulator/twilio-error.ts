/** A refusal with the body Twilio gives its refusals: `{code, message, more_info, status}`. */
export class TwilioError extends Error {
  constructor(
    readonly code: number,
    message: string,
    readonly status = 400,
    readonly headers: Readonly<Record<string, string>> = {},
  ) {
    super(message);
  }

  body(): string {
    return JSON.stringify({
      code: this.code,
      message: this.message,
      more_info: `https://www.twilio.com/docs/errors/${this.code}`,
      status: this.status,
    });
  }
}

export const notFound = (path: string): TwilioError =>
  new TwilioError(20404, `The requested resource ${path} was not found`, 404);

export const unauthenticated = (): TwilioError =>
  new TwilioError(20003, 'Authenticate', 401, { 'www-authenticate': 'Basic realm="Twilio API"' });

export const rateLimited = (retryAfterSeconds: number): TwilioError =>
  new TwilioError(20429, 'Too Many Requests', 429, { 'retry-after': String(retryAfterSeconds) });
