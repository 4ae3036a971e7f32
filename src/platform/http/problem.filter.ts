import { Catch, HttpException, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { preferredLanguage } from '../../kernel/language.js';
import { databaseFault } from '../database/database-fault.js';
import { DomainError, type RefusalKind, type Wording } from '../../kernel/refusal.js';
import { platformEvents } from '../log-events.js';
import { Log } from '../logging/log.js';

export const statusOf: Readonly<Record<RefusalKind, number>> = {
  invalid: 400,
  unauthenticated: 401,
  forbidden: 403,
  'not-found': 404,
  conflict: 409,
  'too-large': 413,
  'too-many': 429,
  unavailable: 503,
};

const ownWords: Record<number, { code: string; wording: Wording }> = {
  400: {
    code: 'request.malformed',
    wording: { sv: 'Förfrågan går inte att läsa.', en: 'The request can’t be read.' },
  },
  404: { code: 'request.no-such-page', wording: { sv: 'Sidan finns inte.', en: 'There is no such page.' } },
  408: {
    code: 'request.too-slow',
    wording: {
      sv: 'Förfrågan kom inte fram i tid. Försök igen.',
      en: 'The request did not arrive in time. Try again.',
    },
  },
  413: {
    code: 'request.too-large',
    wording: { sv: 'Förfrågan är för stor.', en: 'The request is too large.' },
  },
  415: {
    code: 'request.media-type',
    wording: { sv: 'Formatet stöds inte.', en: 'The format is not supported.' },
  },
  507: {
    code: 'disk-full',
    wording: {
      sv: 'Disken är full. Ingenting av det här sparades; kontakta driften.',
      en: 'The disk is full. Nothing of this was saved; contact operations.',
    },
  },
};

/** PostgreSQL's error code for a full disk. */
const diskFull = '53100';

const unexpected = {
  code: 'unexpected',
  wording: {
    sv: 'Något gick fel hos oss. Försök igen; om det inte hjälper, kontakta driften.',
    en: 'Something went wrong on our side. Try again; if that does not help, contact operations.',
  },
};

/** A problem document (RFC 9457): `type` and `code` are stable, `title` is in the reader's language. */
export interface Problem {
  readonly type: string;
  readonly code: string;
  readonly title: string;
  readonly status: number;
  /** The same as in `X-Request-Id` and in the log. Missing if the client sent no valid request. */
  readonly requestId?: string;
  readonly [detail: string]: unknown;
}

/** Turns an error into a problem document (RFC 9457). For an unexpected error it reveals no internal details. */
export function problemOf(thrown: unknown, acceptLanguage?: string): Problem {
  const language = preferredLanguage(acceptLanguage);
  const error = databaseFault(thrown) ?? thrown;
  if (error instanceof DomainError) {
    const status = statusOf[error.kind];
    return {
      ...error.details,
      type: `urn:budkavle:${error.code}`,
      code: error.code,
      title: error.explain(language),
      status,
    };
  }
  const status = statusFrom(error);
  const known = ownWords[status] ?? (status < 500 ? ownWords[400]! : unexpected);
  return { type: `urn:budkavle:${known.code}`, code: known.code, title: known.wording[language], status };
}

/** Errors of Nest and Fastify (unknown route, malformed JSON, too large) have a status. Any other error is a 500. */
function statusFrom(error: unknown): number {
  if (error instanceof HttpException) return error.getStatus();
  if ((error as { code?: unknown } | null)?.code === diskFull) return 507;
  const status = (error as { statusCode?: unknown } | null)?.statusCode;
  return typeof status === 'number' && status >= 400 && status < 500 ? status : 500;
}

const log = new Log('http', platformEvents);

let faultNotedAt = 0;
/** Logs a database fault at most once in ten seconds: an outage affects every request. */
function noteFault(code: string, error: unknown): void {
  if (Date.now() - faultNotedAt < 10_000) return;
  faultNotedAt = Date.now();
  log.write('request.database-fault', {
    code,
    reason: error instanceof Error ? error.message : String(error),
  });
}

/** Answers with a problem document. Fastify calls this for its own refusals, and for routes outside Nest. */
export function sendProblem(error: unknown, request: FastifyRequest, reply: FastifyReply): void {
  send(noted(error, request), reply);
}

/** The problem document for an error. Logs the error if it is our fault. */
function noted(error: unknown, request: FastifyRequest): Problem {
  const problem = { ...problemOf(error, request.headers['accept-language']), requestId: request.id };
  const fault = databaseFault(error);
  if (fault) noteFault(fault.code, error);
  else if (problem.status >= 500 && !(error instanceof DomainError))
    log.write('request.failed', { err: error, method: request.method, path: request.routeOptions.url });
  return problem;
}

/** Retry-After in seconds if something is temporarily unavailable. */
const tryAgainAfter = 5;

/** Additional headers of an answer with a problem document. */
export function problemHeaders(problem: Problem): Record<string, string> {
  if (problem.status === 401) return { 'www-authenticate': 'Bearer realm="Budkavle"' };
  // A rate limit gives the waiting time in minutes, as in its title.
  if (typeof problem['minutes'] === 'number') return { 'retry-after': String(problem['minutes'] * 60) };
  return problem.status === 503 ? { 'retry-after': String(tryAgainAfter) } : {};
}

const send = (problem: Problem, reply: FastifyReply): unknown =>
  reply
    .status(problem.status)
    .headers(problemHeaders(problem))
    .header('cache-control', 'no-store')
    .type('application/problem+json')
    .send(problem);

@Catch()
export class ProblemFilter implements ExceptionFilter {
  catch(error: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const problem = noted(error, request);
    if (reply.raw.headersSent) reply.raw.end();
    else send(problem, reply);
  }
}
