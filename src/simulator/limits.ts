import type { Channel } from './fault-script.js';

/** The rate at which one sender's queue is emptied. */
export interface SenderLimit {
  /** The sender's number or name. `*` means every sender that isn't named, each with its own queue. */
  readonly from: string;
  /** If omitted: texts and calls, each with their own queue. */
  readonly channel?: Channel;
  /** Segments of texts per second, or calls per second. */
  readonly unitsPerSecond: number;
  /** Capacity of the queue in seconds. If omitted: 10 hours for texts, 24 hours for calls, as at Twilio. */
  readonly queueSeconds?: number;
}

/** The body of `POST /limits`. An omitted field means no limit. */
export interface Limits {
  readonly senders?: readonly SenderLimit[];
  /** Maximum number of concurrent requests to the API; one more gets 429. */
  readonly concurrentRequests?: number;
}

/** JSON Schema of the limits. Unknown fields are refused. */
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
