import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import { problemOf } from './problem.filter.js';

/** Milliseconds within which a request's headers, and the whole of it, must have come. */
const headersWithin = 15_000;
const requestWithin = 30_000;
/** Milliseconds between looks at which requests are late. */
const lookEvery = 5_000;

/** What Fastify and Node are told of clients that take their time: a body that trickles in holds memory for ever. */
export const timeouts = {
  requestTimeout: requestWithin,
  // Longer than the proxies in front keep a connection, or one would meet a closed one.
  keepAliveTimeout: 72_000,
  http: { headersTimeout: headersWithin, connectionsCheckingInterval: lookEvery },
};

/** Answers, on the bare socket, a request that never became one: late, or not HTTP. */
export function answerBrokenRequest(error: Error & { code?: string }, socket: Socket): void {
  if (!socket.writable || error.code === 'ECONNRESET') {
    socket.destroy();
    return;
  }
  const status = { ERR_HTTP_REQUEST_TIMEOUT: 408, HPE_HEADER_OVERFLOW: 431 }[error.code ?? ''] ?? 400;
  const body = JSON.stringify(problemOf({ statusCode: status }));
  socket.end(
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\ncontent-type: application/problem+json; charset=utf-8\r\n` +
      `content-length: ${Buffer.byteLength(body)}\r\nconnection: close\r\n\r\n${body}`,
  );
}
