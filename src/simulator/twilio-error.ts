/** A refusal with the body of Twilio's refusals: `{code, message, more_info, status}`. */
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

/** @param concurrentRequests number for the answer's header, instead of the real one */
export const rateLimited = (retryAfterSeconds: number, concurrentRequests?: number): TwilioError =>
  new TwilioError(20429, 'Too Many Requests', 429, {
    'retry-after': String(retryAfterSeconds),
    ...(concurrentRequests === undefined ? {} : { 'twilio-concurrent-requests': String(concurrentRequests) }),
  });

/** Twilio uses status 429 for this, although no text will be accepted before the next day. */
export const dailyCapReached = (accountSid: string, perDay: number): TwilioError =>
  new TwilioError(63038, `Account ${accountSid} exceeded the ${perDay} daily messages limit`, 429);

/** For a request that names its sender. With a messaging service, the message is accepted and then fails with 30001. */
export const textQueueFull = (): TwilioError =>
  new TwilioError(21611, "This 'From' number has exceeded the maximum number of queued messages");

export const callQueueFull = (): TwilioError => new TwilioError(22005, 'Call Queue Full');
