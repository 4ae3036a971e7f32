import type twilio from 'twilio';
import { Pool, type Dispatcher } from 'undici';
import { Exchange, type ProviderResponse } from './exchange.js';
import { TooManyRequests } from './too-many-requests.js';

type RequestClient = NonNullable<NonNullable<Parameters<typeof twilio>[2]>['httpClient']>;
type RequestOptions = Parameters<RequestClient['request']>[0];

/** Milliseconds; together with the longest wait for an answer it stays below a lease. */
const connectTimeout = 5000;
/** Longest from a question to its first byte, in milliseconds; with how fresh a sender must be it stays below a lease. */
const beginWithin = connectTimeout + 1000;
/** Longest wait for what is only looked up, in milliseconds: it is asked again, and must not hold up an ending worker. */
const maxLookUpMs = 10_000;
/** Look-ups at once. */
const maxLookUps = 32;

export interface UndiciClientOptions {
  /** Twilio's own address, or a simulator's. */
  readonly baseUrl: string;
  /**
   * Milliseconds for an answer to begin. No request waits for a connection: one that is written long after it was asked
   * for may be of a delivery that was given up and sent again.
   */
  readonly timeoutMs: number;
  /** At least as many as requests that send are made at once. */
  readonly connections: number;
  /** Called with Twilio's count of the account's requests under way, when an answer tells it. */
  readonly onConcurrency?: (requests: number) => void;
}

/**
 * The transport under Twilio's SDK: undici with many kept-alive connections, several times as quick as the SDK's own.
 * It never retries: whether a request may be made twice is the ledger's to say.
 */
export class UndiciClient {
  /** What sends has connections of its own, as many as may be under way, so that none of it ever waits for one. */
  private readonly sending: Pool;
  private readonly asking: Pool;

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

  /** As the SDK wants it; it calls nothing but `request` of a client. */
  forSdk(): RequestClient {
    return { request: (options: RequestOptions) => this.send(options) } as unknown as RequestClient;
  }

  /** Every question under way fails at once, and so does every further one; what sends goes on. */
  stopAsking(): void {
    void this.asking.destroy();
  }

  async close(): Promise<void> {
    await Promise.all([this.sending.close(), this.asking.destroy()]);
  }

  private async send({ method, uri, username, password, headers, params, data }: RequestOptions) {
    const isGet = method.toUpperCase() === 'GET';
    const answer = await ask(isGet ? this.asking : this.sending, {
      path: withQuery(pathOf(uri), form(params)),
      method: isGet ? 'GET' : 'POST',
      headers: {
        authorization: `Basic ${Buffer.from(`${username ?? ''}:${password ?? ''}`).toString('base64')}`,
        // Behind the field: in front of it the spread costs twenty times as much.
        ...(headers as Record<string, string>),
      },
      body: isGet ? undefined : form(data as object),
    });
    const concurrent = Number(answer.headers['twilio-concurrent-requests']);
    if (concurrent > 0) this.options.onConcurrency?.(concurrent);
    if (answer.statusCode === 429) throw new TooManyRequests(answer);
    return answer;
  }
}

const ask = (pool: Pool, options: Dispatcher.DispatchOptions): Promise<ProviderResponse> =>
  new Promise((resolve, reject) =>
    pool.dispatch(options, new Exchange(performance.now() + beginWithin, resolve, reject)),
  );

/**
 * Whatever host the SDK thinks of (its environment may name a region or an edge): only the configured one is spoken to.
 */
const pathOf = (uri: string): string => uri.slice(uri.indexOf('/', 'https://'.length));

/** The SDK's own address of a further page has a query already. */
const withQuery = (path: string, query: string): string =>
  query === '' ? path : `${path}${path.includes('?') ? '&' : '?'}${query}`;

type Field = string | number | boolean | null | undefined;

/** As `application/x-www-form-urlencoded`; half a character, which has no encoding, is replaced. */
function form(values: object | null | undefined): string {
  let text = '';
  for (const [name, value] of Object.entries((values ?? {}) as Record<string, Field | Field[]>))
    for (const one of Array.isArray(value) ? value : [value])
      if (one !== undefined && one !== null)
        text += `${text && '&'}${name}=${encodeURIComponent(String(one).toWellFormed())}`;
  return text;
}
