import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import { problemOf } from './problem.filter.js';

/** Milliseconds within which the headers of a request, and the whole request, must arrive. */
const headersWithin = 15_000;
const requestWithin = 30_000;
/** Milliseconds between checks for late requests. */
const lookEvery = 5_000;

/** Timeouts of Fastify and Node for slow clients. Without them, a body that arrives slowly holds memory forever. */
export const timeouts = {
  requestTimeout: requestWithin,
  // Longer than the keep-alive timeout of proxies in front. Otherwise a proxy could send a request on a closed
  // connection.
  keepAliveTimeout: 72_000,
  http: { headersTimeout: headersWithin, connectionsCheckingInterval: lookEvery },
};

/** Answers directly on the socket if no valid request arrived: it was too slow, or was not HTTP. */
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
