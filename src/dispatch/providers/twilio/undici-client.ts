import type twilio from 'twilio';
import { Agent, request } from 'undici';

type RequestClient = NonNullable<NonNullable<Parameters<typeof twilio>[2]>['httpClient']>;
type RequestOptions = Parameters<RequestClient['request']>[0];

/** Milliseconds; together with the longest wait for an answer it stays below a lease. */
const connectTimeout = 5000;
/** Look-ups at once. */
const mostQuestions = 32;

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
  private readonly sending: Agent;
  private readonly asking: Agent;

  constructor(private readonly options: UndiciClientOptions) {
    const { connections, timeoutMs } = options;
    const shared = {
      pipelining: 1,
      keepAliveTimeout: 10_000,
      connectTimeout,
      headersTimeout: timeoutMs,
      bodyTimeout: timeoutMs,
    };
    this.sending = new Agent({ ...shared, connections });
    this.asking = new Agent({ ...shared, connections: mostQuestions });
  }

  /** As the SDK wants it; it calls nothing but `request` of a client. */
  forSdk(): RequestClient {
    return { request: (options: RequestOptions) => this.send(options) } as unknown as RequestClient;
  }

  async close(): Promise<void> {
    await Promise.all([this.sending.close(), this.asking.close()]);
  }

  private async send({ method, uri, username, password, headers, params, data }: RequestOptions) {
    // Whatever host the SDK thinks of (its environment may name a region or an edge): only the configured one is spoken to.
    const { pathname, search } = new URL(uri);
    const url = new URL(pathname + search, this.options.baseUrl);
    for (const [name, value] of fields(params)) url.searchParams.append(name, value);
    const verb = method.toUpperCase() as 'GET' | 'POST';
    const answer = await request(url, {
      dispatcher: verb === 'POST' ? this.sending : this.asking,
      method: verb,
      headers: {
        ...(headers as Record<string, string>),
        authorization: `Basic ${Buffer.from(`${username ?? ''}:${password ?? ''}`).toString('base64')}`,
      },
      body: verb === 'GET' ? undefined : new URLSearchParams(fields(data as object)).toString(),
    });
    const concurrent = Number(answer.headers['twilio-concurrent-requests']);
    if (concurrent > 0) this.options.onConcurrency?.(concurrent);
    return { statusCode: answer.statusCode, body: await answer.body.text(), headers: answer.headers };
  }
}

type Field = string | number | boolean | null | undefined;

function fields(values: object | null | undefined): [string, string][] {
  return Object.entries((values ?? {}) as Record<string, Field | Field[]>).flatMap(([name, value]) =>
    [value]
      .flat()
      .flatMap((one): [string, string][] => (one === undefined || one === null ? [] : [[name, String(one)]])),
  );
}
