import type { Dispatcher } from 'undici';

/** An answer in the form that Twilio's SDK expects. */
export interface ProviderResponse {
  readonly statusCode: number;
  readonly body: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
}

/** Connecting took so long that the request must not be made any more. Nothing of it was written. */
export class BegunTooLate extends Error {
  readonly code = 'BEGUN_TOO_LATE';
}

/**
 * One request and its answer, collected as it arrives. undici's own request methods create a stream and an async
 * resource for each.
 */
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

  /**
   * Runs right before the request is written. That may be long after it was requested: a process can freeze in between.
   */
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
