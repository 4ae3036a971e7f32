import type twilio from 'twilio';
import { Pool, type Dispatcher } from 'undici';
import { Exchange, type ProviderResponse } from './exchange.js';
import { TooManyRequests } from './too-many-requests.js';

type RequestClient = NonNullable<NonNullable<Parameters<typeof twilio>[2]>['httpClient']>;
type RequestOptions = Parameters<RequestClient['request']>[0];

/** Milliseconds. Together with the longest wait for an answer it is shorter than a lease. */
const connectTimeout = 5000;
/** Longest time from a request to its first byte, in milliseconds. */
const beginWithin = connectTimeout + 1000;
/** Longest wait for a look-up, in milliseconds. Look-ups are repeated, and must not delay a worker's shutdown. */
const maxLookUpMs = 10_000;
/** Parallel look-ups. */
const maxLookUps = 32;

export interface UndiciClientOptions {
  /** Twilio's own address, or a simulator's. */
  readonly baseUrl: string;
  /**
   * Milliseconds until an answer must begin. No request waits for a connection: a request that is written long after it
   * was made may belong to a delivery that was given up and sent again.
   */
  readonly timeoutMs: number;
  /** At least as many as there are parallel sending requests. */
  readonly connections: number;
  /** Called with Twilio's count of the account's parallel requests, if an answer has it. */
  readonly onConcurrency?: (requests: number) => void;
}

/**
 * The transport under Twilio's SDK: undici with many kept-alive connections, several times as fast as the SDK's own. It
 * never retries: only the ledger decides whether a request may be made twice.
 */
export class UndiciClient {
  /** Sending has connections of its own, as many as there can be parallel requests, so that it never waits for one. */
  private readonly sending: Pool;
  private readonly asking: Pool;
  /** When the request that is just being made must begin. */
  private latest = Infinity;

  constructor(private readonly options: UndiciClientOptions) {
    const { connections, timeoutMs } = options;
    const { origin } = new URL(options.baseUrl);
    const shared = {
      pipelining: 1,
      keepAliveTimeout: 10_000,
      connectTimeout,
      headersTimeout: timeoutMs,
      bodyTimeout: timeoutMs,
    };
    this.sending = new Pool(origin, { ...shared, connections });
    const lookUpMs = Math.min(timeoutMs, maxLookUpMs);
    this.asking = new Pool(origin, {
      ...shared,
      headersTimeout: lookUpMs,
      bodyTimeout: lookUpMs,
      connections: maxLookUps,
    });
  }

  /** The client in the form that the SDK expects. The SDK only calls `request`. */
  forSdk(): RequestClient {
    return { request: (options: RequestOptions) => this.send(options) } as unknown as RequestClient;
  }

  /**
   * Makes one request that must begin by `latest`, by this process's monotonic clock. Works because the SDK calls the
   * transport before it returns its promise.
   */
  beginBy<T>(latest: number, make: () => T): T {
    this.latest = latest;
    try {
      return make();
    } finally {
      this.latest = Infinity;
    }
  }

  /** Makes all look-ups under way fail at once, and all later ones too. Sending continues. */
  stopAsking(): void {
    void this.asking.destroy();
  }

  async close(): Promise<void> {
    await Promise.all([this.sending.close(), this.asking.destroy()]);
  }

  private async send({ method, uri, username, password, headers, params, data }: RequestOptions) {
    const isGet = method.toUpperCase() === 'GET';
    const options: Dispatcher.DispatchOptions = {
      path: withQuery(pathOf(uri), form(params)),
      method: isGet ? 'GET' : 'POST',
      headers: {
        authorization: `Basic ${Buffer.from(`${username ?? ''}:${password ?? ''}`).toString('base64')}`,
        // The spread comes after the field: before it, it costs twenty times as much.
        ...(headers as Record<string, string>),
      },
      body: isGet ? undefined : form(data as object),
    };
    const beginBy = Math.min(performance.now() + beginWithin, this.latest);
    const answer = await ask(isGet ? this.asking : this.sending, options, beginBy);
    const concurrent = Number(answer.headers['twilio-concurrent-requests']);
    if (concurrent > 0) this.options.onConcurrency?.(concurrent);
    if (answer.statusCode === 429) throw new TooManyRequests(answer);
    return answer;
  }
}

const ask = (pool: Pool, options: Dispatcher.DispatchOptions, beginBy: number): Promise<ProviderResponse> =>
  new Promise((resolve, reject) => pool.dispatch(options, new Exchange(beginBy, resolve, reject)));

/**
 * Uses only the path of the SDK's address. Its environment may name a region or an edge as the host, but only the
 * configured host is called.
 */
const pathOf = (uri: string): string => uri.slice(uri.indexOf('/', 'https://'.length));

/** The SDK's own address of a following page has a query already. */
const withQuery = (path: string, query: string): string =>
  query === '' ? path : `${path}${path.includes('?') ? '&' : '?'}${query}`;

type Field = string | number | boolean | null | undefined;

/** Encodes as `application/x-www-form-urlencoded`. A lone surrogate, which has no encoding, is replaced. */
function form(values: object | null | undefined): string {
  let text = '';
  for (const [name, value] of Object.entries((values ?? {}) as Record<string, Field | Field[]>))
    for (const one of Array.isArray(value) ? value : [value])
      if (one !== undefined && one !== null)
        text += `${text && '&'}${name}=${encodeURIComponent(String(one).toWellFormed())}`;
  return text;
}
