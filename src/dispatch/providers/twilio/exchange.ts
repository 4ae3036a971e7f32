import type { Dispatcher } from 'undici';

/** An answer, as Twilio's SDK wants it. */
export interface Answer {
  readonly statusCode: number;
  readonly body: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
}

/** One request and its answer, gathered as it comes: undici's own ways to ask make a stream and a resource of each. */
export class Exchange implements Dispatcher.DispatchHandler {
  private statusCode = 0;
  private headers: Answer['headers'] = {};
  private readonly chunks: Buffer[] = [];

  constructor(
    private readonly answered: (answer: Answer) => void,
    private readonly failed: (error: Error) => void,
  ) {}

  /** By this undici knows the newer kind of handler, whose errors come before any answer too. */
  onRequestStart(): void {
    // Nothing has to be known of the beginning.
  }

  onResponseStart(
    _controller: Dispatcher.DispatchController,
    statusCode: number,
    headers: Answer['headers'],
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
