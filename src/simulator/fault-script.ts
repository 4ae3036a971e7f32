export type Channel = 'sms' | 'call';

/** Which requests a rule applies to. All given conditions must hold; an omitted one matches every request. */
export interface Match {
  /** A number, or a prefix followed by `*`; or several of these. */
  readonly to?: string | readonly string[];
  readonly from?: string | readonly string[];
  readonly channel?: Channel;
  /** Skips the first `after` matching requests. */
  readonly after?: number;
  /** Only the first `first` matching requests, counted after `after`. */
  readonly first?: number;
  /** Only from this many milliseconds after the script was loaded. Earlier requests aren't counted. */
  readonly fromMs?: number;
  /** Only until this many milliseconds after the script was loaded. Later requests aren't counted. */
  readonly untilMs?: number;
  /** Only every `every`th matching request. */
  readonly every?: number;
  /** Only this share, 0–1, drawn from the seed, the number and its count of tries. */
  readonly share?: number;
}

/** A fault in the API's answer, instead of accepting the request or after accepting it. */
export type AnswerFault =
  | { readonly kind: 'reject'; readonly code: number; readonly status?: number }
  | { readonly kind: 'rate-limit'; readonly retryAfterSeconds?: number; readonly concurrentRequests?: number }
  | { readonly kind: 'server-error'; readonly status?: number; readonly accepted?: boolean }
  | { readonly kind: 'accept-then-hang' | 'accept-then-reset' | 'reset-before-accept' };

/** A fault in the outcome of an accepted message or call. */
export type OutcomeFault =
  | { readonly kind: 'undeliverable'; readonly code: number }
  | { readonly kind: 'busy' | 'no-answer' | 'answering-machine' | 'fax' };

/** A fault in receipts. Several can apply at once. */
export type CallbackFault =
  | { readonly kind: 'callback-late'; readonly ms: number }
  | { readonly kind: 'callback-times'; readonly times: number }
  | { readonly kind: 'callback-lost' | 'callback-twice' | 'callback-reversed' | 'callback-before-answer' };

export type Fault =
  | AnswerFault
  | OutcomeFault
  | CallbackFault
  | { readonly kind: 'latency'; readonly ms: number }
  | { readonly kind: 'daily-cap'; readonly perDay: number }
  | { readonly kind: 'list-unavailable' };

export interface Rule {
  readonly match?: Match;
  readonly fault: Fault;
}

/** The body of `POST /faults`. The same seed and the same traffic give the same faults. */
export interface FaultScript {
  readonly seed?: number;
  readonly rules: readonly Rule[];
}

const strict = (properties: object, required: string[] = []) => ({
  type: 'object',
  additionalProperties: false,
  required,
  properties,
});
const count = { type: 'integer', minimum: 1 };
const ms = { type: 'integer', minimum: 0, maximum: 3_600_000 };
const code = { type: 'integer', minimum: 10_000, maximum: 99_999 };
const pattern = { type: 'string', pattern: '^(\\+?[A-Za-z0-9 ]+\\*?|\\+?\\*)$' };
const patterns = {
  oneOf: [pattern, { type: 'array', items: pattern, minItems: 1, maxItems: 10_000 }],
};
const fault = (kind: string, properties: object = {}, required: string[] = []) =>
  strict({ kind: { const: kind }, ...properties }, ['kind', ...required]);

/** JSON Schema of a fault script. Unknown fields are refused everywhere. */
export const faultScriptSchema = strict(
  {
    seed: { type: 'integer', minimum: 0, maximum: 4_294_967_295 },
    rules: {
      type: 'array',
      maxItems: 1_000,
      items: strict(
        {
          match: strict({
            to: patterns,
            from: patterns,
            channel: { enum: ['sms', 'call'] },
            every: count,
            share: { type: 'number', minimum: 0, maximum: 1 },
            first: count,
            after: { type: 'integer', minimum: 0 },
            fromMs: { type: 'integer', minimum: 0 },
            untilMs: { type: 'integer', minimum: 0 },
          }),
          fault: {
            type: 'object',
            required: ['kind'],
            discriminator: { propertyName: 'kind' },
            oneOf: [
              fault('reject', { code, status: { type: 'integer', minimum: 400, maximum: 499 } }, ['code']),
              fault('rate-limit', {
                retryAfterSeconds: { type: 'integer', minimum: 0, maximum: 3_600 },
                concurrentRequests: { type: 'integer', minimum: 0, maximum: 100_000 },
              }),
              fault('server-error', {
                status: { type: 'integer', minimum: 500, maximum: 599 },
                accepted: { type: 'boolean' },
              }),
              fault('latency', { ms }, ['ms']),
              fault('accept-then-hang'),
              fault('accept-then-reset'),
              fault('reset-before-accept'),
              fault('undeliverable', { code }, ['code']),
              fault('busy'),
              fault('no-answer'),
              fault('answering-machine'),
              fault('fax'),
              fault('callback-lost'),
              fault('callback-twice'),
              fault('callback-reversed'),
              fault('callback-late', { ms }, ['ms']),
              fault('callback-times', { times: { type: 'integer', minimum: 1, maximum: 100 } }, ['times']),
              fault('callback-before-answer'),
              fault('daily-cap', { perDay: { type: 'integer', minimum: 0 } }, ['perDay']),
              fault('list-unavailable'),
            ],
          },
        },
        ['fault'],
      ),
    },
  },
  ['rules'],
);
