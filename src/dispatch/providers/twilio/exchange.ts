import type { Dispatcher } from 'undici';

/** An answer, as Twilio's SDK wants it. */
export interface ProviderResponse {
  readonly statusCode: number;
  readonly body: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
}

/** The connection took so long that the request must not be made any more: nothing of it was written. */
export class BegunTooLate extends Error {
  readonly code = 'BEGUN_TOO_LATE';
}

/** One request and its answer, gathered as it comes: undici's own ways to ask make a stream and a resource of each. */
export class Exchange implements Dispatcher.DispatchHandler {
  private statusCode = 0;
  private headers: ProviderResponse['headers'] = {};
  private readonly chunks: Buffer[] = [];

  /** @param beginBy by this process's monotonic clock, in milliseconds */
  constructor(
    private readonly beginBy: number,
    private readonly answered: (answer: ProviderResponse) => void,
    private readonly failed: (error: Error) => void,
  ) {}

  /** Right before the request is written, which may be long after it was asked for: a process can freeze in between. */
  onRequestStart(controller: Dispatcher.DispatchController): void {
    if (performance.now() > this.beginBy) controller.abort(new BegunTooLate());
  }

  onResponseStart(
    _controller: Dispatcher.DispatchController,
    statusCode: number,
    headers: ProviderResponse['headers'],
  ): void {
    this.statusCode = statusCode;
    this.headers = headers;
  }

  onResponseData(_controller: Dispatcher.DispatchController, chunk: Buffer): void {
    this.chunks.push(chunk);
  }

  onResponseEnd(): void {
    const { statusCode, headers, chunks } = this;
    this.answered({ statusCode, headers, body: Buffer.concat(chunks).toString() });
  }

  onResponseError(_controller: Dispatcher.DispatchController | undefined, error: Error): void {
    this.failed(error);
  }
}
