import type { Channel } from './fault-script.js';

/** How fast one sender's queue is emptied. */
export interface SenderLimit {
  /** The sender's number or name; `*` is every sender that isn't named, each with a queue of its own. */
  readonly from: string;
  /** Left out: texts and calls, in a queue each. */
  readonly channel?: Channel;
  /** Segments of texts, or calls. */
  readonly unitsPerSecond: number;
  /** How many seconds' worth the queue holds; left out: 10 hours of texts, 24 of calls, as Twilio has it. */
  readonly queueSeconds?: number;
}

/** What `POST /limits` takes. What is left out has no limit. */
export interface Limits {
  readonly senders?: readonly SenderLimit[];
  /** Requests to the API at once; one more gets 429. */
  readonly concurrentRequests?: number;
}

/** JSON Schema of the limits; unknown fields are refused. */
export const limitsSchema = {
  type: 'object',
  additionalProperties: false,
  properties: {
    senders: {
      type: 'array',
      maxItems: 1_000,
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['from', 'unitsPerSecond'],
        properties: {
          from: { type: 'string', minLength: 1, maxLength: 64 },
          channel: { enum: ['sms', 'call'] },
          unitsPerSecond: { type: 'number', exclusiveMinimum: 0, maximum: 1_000_000 },
          queueSeconds: { type: 'number', minimum: 0, maximum: 86_400 },
        },
      },
    },
    concurrentRequests: { type: 'integer', minimum: 1, maximum: 100_000 },
  },
};
