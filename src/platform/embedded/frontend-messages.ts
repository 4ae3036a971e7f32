/** A message of a PostgreSQL client, protocol 3.0, including its header. */
export interface FrontendMessage {
  /** The type byte as a letter; for a message without one `startup`, `encryption` or `cancel`. */
  readonly type: string;
  readonly bytes: Uint8Array;
}

const sslRequest = 80_877_103;
const gssRequest = 80_877_104;
const cancelRequest = 80_877_102;

/** Maximum message size. Larger than any of our statements: anything above it is not a PostgreSQL client. */
const longest = 256 * 1024 * 1024;
/** Maximum message size before login, so that a stranger can't use much memory. Enough for startup and password. */
const maxUnauthenticatedBytes = 16 * 1024;

/**
 * Splits the byte stream of a socket into messages. Messages and packets need not have the same boundaries.
 *
 * @see https://www.postgresql.org/docs/current/protocol-message-formats.html
 */
export class FrontendMessages {
  private chunks: Buffer[] = [];
  private length = 0;
  private started = false;
  private longest = maxUnauthenticatedBytes;

  /** Allows large messages from now on. */
  trust(): void {
    this.longest = longest;
  }

  /** @throws Error if this can't be a PostgreSQL client */
  push(chunk: Buffer): FrontendMessage[] {
    this.chunks.push(chunk);
    this.length += chunk.length;
    const messages: FrontendMessage[] = [];
    for (let message = this.next(); message; message = this.next()) messages.push(message);
    return messages;
  }

  private next(): FrontendMessage | undefined {
    const headLength = this.started ? 5 : 8;
    if (this.length < headLength) return undefined;
    const head = this.peek(headLength);
    const bodyLength = this.started ? head.readInt32BE(1) : head.readInt32BE(0);
    if (bodyLength < 4 || bodyLength > this.longest) throw new Error('this is not a PostgreSQL client');
    const total = this.started ? bodyLength + 1 : bodyLength;
    if (this.length < total) return undefined;
    const bytes = this.take(total);
    if (this.started) return { type: String.fromCharCode(head[0]!), bytes };
    const code = head.readInt32BE(4);
    if (code === sslRequest || code === gssRequest) return { type: 'encryption', bytes };
    if (code === cancelRequest) return { type: 'cancel', bytes };
    this.started = true;
    return { type: 'startup', bytes };
  }

  private peek(count: number): Buffer {
    if (this.chunks[0]!.length < count) this.chunks = [Buffer.concat(this.chunks)];
    return this.chunks[0]!;
  }

  private take(count: number): Uint8Array {
    const all = this.chunks.length === 1 ? this.chunks[0]! : Buffer.concat(this.chunks);
    const rest = all.subarray(count);
    this.chunks = rest.length > 0 ? [rest] : [];
    this.length -= count;
    // Copy: the database keeps the bytes, and the socket's buffer is reused.
    return new Uint8Array(all.subarray(0, count));
  }
}
