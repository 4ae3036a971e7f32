import { failureOf, RequestFailed, type Failure } from './failure.js';

/** Timeout of a request, in milliseconds: a preview of a whole municipality takes seconds on a small server. */
const patience = 30_000;

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

interface Options {
  readonly body?: unknown;
  readonly idempotencyKey?: string;
  readonly signal?: AbortSignal;
}

let signedOut: () => void = () => undefined;

/** Sets the listener for when the API no longer accepts the session. */
export const onSignedOut = (listener: () => void): void => {
  signedOut = listener;
};

/**
 * One request to the staff API.
 *
 * @param path under `/api/v1`, with its query
 * @throws RequestFailed with a refusal, or with why the API was not reached; the browser's AbortError when `signal`
 * ended it
 */
export async function call<Answer>(method: Method, path: string, options: Options = {}): Promise<Answer> {
  const { body, idempotencyKey, signal } = options;
  const timeout = AbortSignal.timeout(patience);
  let response: Response;
  let text: string;
  try {
    response = await fetch(`/api/v1${path}`, {
      method,
      headers: {
        accept: 'application/json',
        'accept-language': document.documentElement.lang,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(idempotencyKey === undefined ? {} : { 'idempotency-key': idempotencyKey }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
    });
    text = await response.text();
  } catch (error) {
    if (signal?.aborted) throw error;
    throw new RequestFailed({ kind: 'unreached', why: whyUnreached(timeout) });
  }
  const answer = parse(text);
  if (response.ok) {
    if (answer === undefined && text !== '') throw new RequestFailed({ kind: 'unreached', why: 'broken' });
    return answer as Answer;
  }
  const failure = failureOf(response.status, answer);
  if (failure.kind === 'refused' && failure.problem.code === 'staff.sign-in-required') signedOut();
  throw new RequestFailed(failure);
}

const whyUnreached = (timeout: AbortSignal): 'offline' | 'timeout' =>
  timeout.aborted && navigator.onLine ? 'timeout' : 'offline';

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** The failure inside an error. Rethrows any other error, which is a fault of ours. */
export function failureIn(error: unknown): Failure {
  if (error instanceof RequestFailed) return error.failure;
  throw error;
}
