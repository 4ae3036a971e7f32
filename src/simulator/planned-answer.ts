import type { ServerResponse } from 'node:http';
import type { Agenda } from './agenda.js';
import type { FaultPlan } from './fault-plan.js';
import { rateLimited, TwilioError } from './twilio-error.js';

/** An accepted request. `ready` resolves when the API may answer. */
export interface Accepted {
  readonly answer: () => object;
  readonly ready: Promise<void>;
}

/**
 * Answers a create request according to its fault plan: 201 with the resource, or a refusal, or no answer, or a
 * connection reset, before or after the request is accepted. Writes directly to the response, without the framework,
 * because load tests measure this path.
 */
export async function answerByPlan(
  response: ServerResponse,
  concurrentRequests: number,
  faults: FaultPlan,
  agenda: Agenda,
  accept: () => Accepted,
): Promise<void> {
  try {
    const accepted = await acceptByPlan(response, faults, agenda, accept);
    if (accepted) answer(response, 201, JSON.stringify(accepted.answer()), concurrentRequests);
  } catch (error) {
    const refusal =
      error instanceof TwilioError ? error : new TwilioError(20500, 'Internal Server Error', 500);
    answer(response, refusal.status, refusal.body(), concurrentRequests, refusal.headers);
  }
}

/** @returns undefined if no answer must be sent */
async function acceptByPlan(
  response: ServerResponse,
  faults: FaultPlan,
  agenda: Agenda,
  accept: () => Accepted,
): Promise<Accepted | undefined> {
  if (faults.latencyMs > 0) await agenda.wait(faults.latencyMs);
  const fault = faults.answer;
  switch (fault?.kind) {
    case 'reject':
      throw new TwilioError(fault.code, 'Refused by the fault script', fault.status);
    case 'rate-limit':
      throw rateLimited(fault.retryAfterSeconds ?? 1, fault.concurrentRequests);
    case 'reset-before-accept':
      response.socket?.resetAndDestroy();
      return undefined;
    case 'server-error':
      if (fault.accepted) accept();
      throw new TwilioError(20500, 'Internal Server Error', fault.status ?? 500);
    default:
  }
  const accepted = accept();
  if (fault?.kind === 'accept-then-reset') {
    response.socket?.resetAndDestroy();
    return undefined;
  }
  // The connection stays open without an answer, until the client times out or the simulator closes.
  if (fault?.kind === 'accept-then-hang') return undefined;
  await accepted.ready;
  return accepted;
}

function answer(
  response: ServerResponse,
  status: number,
  body: string,
  concurrentRequests: number,
  headers: Readonly<Record<string, string>> = {},
): void {
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'content-length': Buffer.byteLength(body),
    'twilio-concurrent-requests': String(concurrentRequests),
    ...headers,
  });
  response.end(body);
}
