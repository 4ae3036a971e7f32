const readyForQuery = 'Z'.charCodeAt(0);
const errorResponse = 'E'.charCodeAt(0);

/**
 * The database's answer without its ReadyForQuery messages.
 *
 * During an extended query, the embedded database sends ReadyForQuery right after an error and again after Sync. A
 * client would take the second one as the answer to its next statement. From then on, it would match every answer to
 * the wrong statement.
 */
export function withoutReadyForQuery(answer: Uint8Array): Uint8Array {
  const view = Buffer.from(answer.buffer, answer.byteOffset, answer.byteLength);
  const kept: Uint8Array[] = [];
  let keptFrom = 0;
  for (let at = 0; at < view.length;) {
    const end = at + 1 + view.readInt32BE(at + 1);
    if (view[at] === readyForQuery) {
      kept.push(view.subarray(keptFrom, at));
      keptFrom = end;
    }
    at = end;
  }
  if (kept.length === 0) return answer;
  return Buffer.concat([...kept, view.subarray(keptFrom)]);
}

/** Whether the answer has an ErrorResponse. After it, the database skips what comes until Sync. */
export function hasError(answer: Uint8Array): boolean {
  const view = Buffer.from(answer.buffer, answer.byteOffset, answer.byteLength);
  for (let at = 0; at < view.length; at += 1 + view.readInt32BE(at + 1))
    if (view[at] === errorResponse) return true;
  return false;
}

/** The ReadyForQuery message at the end of an answer. */
export const endOf = (answer: Uint8Array): Uint8Array => answer.subarray(-6);

const field = (code: string, text: string): Buffer => Buffer.from(`${code}${text}\0`);

/** An ErrorResponse that ends the connection. */
export const fatalError = (sqlState: string, text: string): Buffer => errorOf('FATAL', sqlState, text);

/** An ErrorResponse that ends the statement. */
export const statementError = (sqlState: string, text: string): Buffer => errorOf('ERROR', sqlState, text);

function errorOf(severity: string, sqlState: string, text: string): Buffer {
  const body = Buffer.concat([
    field('S', severity),
    field('V', severity),
    field('C', sqlState),
    field('M', text),
    Buffer.from([0]),
  ]);
  const head = Buffer.alloc(5);
  head.write('E');
  head.writeInt32BE(body.length + 4, 1);
  return Buffer.concat([head, body]);
}

/** Asks the client for its password: AuthenticationCleartextPassword, on a loopback address. */
export const askForPassword = (): Uint8Array => new Uint8Array(['R'.charCodeAt(0), 0, 0, 0, 8, 0, 0, 0, 3]);

/** A message of a type without a body, e.g. Sync. */
export const emptyMessage = (type: string): Uint8Array => new Uint8Array([type.charCodeAt(0), 0, 0, 0, 4]);

/** A simple Query message. */
export function queryMessage(sql: string): Uint8Array {
  const body = Buffer.from(`${sql}\0`);
  const head = Buffer.alloc(5);
  head.write('Q');
  head.writeInt32BE(body.length + 4, 1);
  return new Uint8Array(Buffer.concat([head, body]));
}
