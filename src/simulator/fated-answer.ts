import type { FastifyReply } from 'fastify';
import type { Agenda } from './agenda.js';
import type { Fate } from './fate.js';
import { rateLimited, TwilioError } from './twilio-error.js';

/** What was accepted, and when the API may say so. */
export interface Accepted {
  readonly answer: () => object;
  readonly ready: Promise<void>;
}

/**
 * Answers a create request as the fault script wants it: 201 with the resource, or a refusal, a silence, a torn
 * connection, before or after the request was accepted.
 */
export async function answerAsFated(
  reply: FastifyReply,
  fate: Fate,
  agenda: Agenda,
  accept: () => Accepted,
): Promise<FastifyReply> {
  if (fate.latencyMs > 0) await agenda.wait(fate.latencyMs);
  const fault = fate.answer;
  switch (fault?.kind) {
    case 'reject':
      throw new TwilioError(fault.code, 'Refused by the fault script', fault.status);
    case 'rate-limit':
      throw rateLimited(fault.retryAfterSeconds ?? 1, fault.concurrentRequests);
    case 'reset-before-accept':
      return reset(reply);
    case 'server-error':
      if (fault.accepted) accept();
      throw new TwilioError(20500, 'Internal Server Error', fault.status ?? 500);
    default:
  }
  const { answer, ready } = accept();
  if (fault?.kind === 'accept-then-reset') return reset(reply);
  // The connection stays open, silent, until the client loses patience or the simulator closes.
  if (fault?.kind === 'accept-then-hang') return reply.hijack();
  await ready;
  return reply.code(201).type('application/json; charset=utf-8').send(JSON.stringify(answer()));
}

function reset(reply: FastifyReply): FastifyReply {
  reply.hijack();
  reply.raw.socket?.resetAndDestroy();
  return reply;
}
