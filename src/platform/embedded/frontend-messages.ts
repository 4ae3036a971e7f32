/** A message of a PostgreSQL client, protocol 3.0, with its head. */
export interface FrontendMessage {
  /** The type byte as a letter, or what a message without one asks for. */
  readonly type: string;
  readonly bytes: Uint8Array;
}

const sslRequest = 80_877_103;
const gssRequest = 80_877_104;
const cancelRequest = 80_877_102;

/** Larger than any statement of ours; beyond it somebody is not speaking PostgreSQL. */
const longest = 256 * 1024 * 1024;
/** Larger than any greeting and password: who has not said the password yet takes no memory. */
const maxUnauthenticatedBytes = 16 * 1024;

/**
 * Cuts what arrives on a socket into messages, however it was cut into packets.
 *
 * @see https://www.postgresql.org/docs/current/protocol-message-formats.html
 */
export class FrontendMessages {
  private chunks: Buffer[] = [];
  private length = 0;
  private started = false;
  private longest = maxUnauthenticatedBytes;

  /** From now on statements may be long. */
  trust(): void {
    this.longest = longest;
  }

  /** @throws Error when this can't be a PostgreSQL client */
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
    // A copy: the database keeps what it is given, and the socket's buffer is used again.
    return new Uint8Array(all.subarray(0, count));
  }
}
