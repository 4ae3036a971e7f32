import { connect, type Socket } from 'node:net';

/** An answer that has arrived as a whole. */
export interface Answered {
  readonly status: number;
  /** Of head and body. */
  readonly bytes: number;
  /** Undefined for a 304, of which only the status is read. */
  readonly tag: string | undefined;
}

const headEnd = Buffer.from('\r\n\r\n');
const notModified = Buffer.from('HTTP/1.1 304');

/**
 * One reader: a connection that stays open, with one request at a time. It parses as little HTTP as possible, so that the
 * server is measured and not the reader.
 */
export class ReaderSocket {
  private socket: Socket | undefined;
  private head: Buffer | undefined;
  private answer: { status: number; tag: string | undefined; bytes: number; missing: number } | undefined;

  /**
   * @param buffer holds what arrives until it is read. All readers of a process can have the same.
   * @param answered called with each answer, or with the error that the connection ended with
   */
  constructor(
    private readonly to: { readonly host: string; readonly port: number },
    private readonly buffer: Buffer,
    private readonly answered: (answer: Answered | Error) => void,
  ) {}

  /** @param request a whole request without a body, in Latin-1 */
  ask(request: string): void {
    this.socket ??= this.open();
    this.socket.write(request, 'latin1');
  }

  close(): void {
    this.socket?.destroy();
  }

  private open(): Socket {
    const { buffer } = this;
    const socket = connect({
      ...this.to,
      noDelay: true,
      onread: {
        buffer,
        callback: (length) => {
          this.read(buffer.subarray(0, length));
          return true;
        },
      },
    });
    socket.once('error', (error) => this.ended(socket, error));
    socket.once('close', () => this.ended(socket, new Error('closed')));
    return socket;
  }

  private ended(socket: Socket, error: Error): void {
    if (this.socket !== socket) return;
    this.socket = this.head = this.answer = undefined;
    socket.destroy();
    this.answered(error);
  }

  private read(chunk: Buffer): void {
    if (this.answer) {
      this.count(chunk.length);
      return;
    }
    const head = this.head ? Buffer.concat([this.head, chunk]) : chunk;
    const end = head.indexOf(headEnd);
    if (end < 0) {
      this.head = Buffer.from(head);
      return;
    }
    this.head = undefined;
    const headBytes = end + headEnd.length;
    if (notModified.compare(head, 0, notModified.length) === 0) {
      this.answered({ status: 304, bytes: headBytes, tag: undefined });
      return;
    }
    const lines = head.toString('latin1', 0, end);
    this.answer = {
      status: Number(lines.slice(9, 12)),
      tag: /^etag: *(.+)$/im.exec(lines)?.[1],
      bytes: headBytes,
      // A chunked answer has no length. It never ends here, and counts as an error when the connection ends.
      missing: Number(/^content-length: *(\d+)/im.exec(lines)?.[1] ?? Infinity),
    };
    this.count(head.length - headBytes);
  }

  private count(bytes: number): void {
    const answer = this.answer!;
    answer.bytes += bytes;
    answer.missing -= bytes;
    if (answer.missing > 0) return;
    this.answer = undefined;
    this.answered(answer);
  }
}
