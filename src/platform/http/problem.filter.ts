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

/** PostgreSQL's code for a disk without space. */
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
  /** As in `X-Request-Id` and in the log. Missing where nothing came that could be called a request. */
  readonly requestId?: string;
  readonly [detail: string]: unknown;
}

/** Puts an error in the form of RFC 9457; anything unexpected says nothing of its inside. */
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

/** Nest's and Fastify's own errors (unknown route, malformed JSON, too large) carry a status; all else is a 500. */
function statusFrom(error: unknown): number {
  if (error instanceof HttpException) return error.getStatus();
  if ((error as { code?: unknown } | null)?.code === diskFull) return 507;
  const status = (error as { statusCode?: unknown } | null)?.statusCode;
  return typeof status === 'number' && status >= 400 && status < 500 ? status : 500;
}

const log = new Log('http', platformEvents);

let faultNotedAt = 0;
/** An outage meets every request: it is told once in ten seconds. */
function noteFault(code: string, error: unknown): void {
  if (Date.now() - faultNotedAt < 10_000) return;
  faultNotedAt = Date.now();
  log.write('request.database-fault', {
    code,
    reason: error instanceof Error ? error.message : String(error),
  });
}

/** Answers with a problem document. Asked by Fastify for what it refuses itself, and for routes that are not Nest's. */
export function sendProblem(error: unknown, request: FastifyRequest, reply: FastifyReply): void {
  send(noted(error, request), reply);
}

/** The problem an error is to its reader; what is our own fault is logged. */
function noted(error: unknown, request: FastifyRequest): Problem {
  const problem = { ...problemOf(error, request.headers['accept-language']), requestId: request.id };
  const fault = databaseFault(error);
  if (fault) noteFault(fault.code, error);
  else if (problem.status >= 500 && !(error instanceof DomainError))
    log.write('request.failed', { err: error, method: request.method, path: request.routeOptions.url });
  return problem;
}

/** Seconds after which to try again what is away for the moment. */
const tryAgainAfter = 5;

/** What an answer with a problem says in its head, besides its status and type. */
export function problemHeaders(problem: Problem): Record<string, string> {
  if (problem.status === 401) return { 'www-authenticate': 'Bearer realm="Budkavle"' };
  // A limit says how long to wait: so does its title.
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
