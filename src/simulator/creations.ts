import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { parse } from 'node:querystring';
import { acceptCall } from './call-intake.js';
import { presentCall } from './call.js';
import { answerByPlan } from './planned-answer.js';
import { field, type Form } from './form.js';
import { acceptMessage } from './message-intake.js';
import { presentMessage } from './message.js';
import type { World } from './world.js';

/** Answers a create request after its form was read. `concurrentRequests` is sent in a header of the answer. */
export type Create = (form: Form, response: ServerResponse, concurrentRequests: number) => Promise<void>;

/** The handlers of `POST Messages.json` and `POST Calls.json`. */
export function creationsOf(world: World): Readonly<Record<'Messages' | 'Calls', Create>> {
  const { mint, accountSid, faults, agenda, messageJourney, callJourney } = world;
  return {
    Messages: (form, response, concurrentRequests) => {
      const from = field(form, 'From') ?? field(form, 'MessagingServiceSid') ?? '';
      const plan = faults.decide({ channel: 'sms', to: field(form, 'To') ?? '', from });
      return answerByPlan(response, concurrentRequests, plan, agenda, () => {
        const { message, place } = acceptMessage(form, plan, world);
        return {
          answer: () => presentMessage(message, mint, accountSid),
          ready: messageJourney.begin(message, plan, place),
        };
      });
    },
    Calls: (form, response, concurrentRequests) => {
      const [to, from] = [field(form, 'To') ?? '', field(form, 'From') ?? ''];
      const plan = faults.decide({ channel: 'call', to, from });
      return answerByPlan(response, concurrentRequests, plan, agenda, () => {
        const { call, place } = acceptCall(form, plan, world);
        return {
          answer: () => presentCall(call, mint, accountSid),
          ready: callJourney.begin(call, plan, place),
        };
      });
    },
  };
}

/**
 * Handles plain create requests directly, without the framework, because that is faster. Passes all other requests to
 * `rest`, including those that will be refused.
 */
export function fastCreateRoute(world: World, rest: RequestListener): RequestListener {
  const creations = creationsOf(world);
  const account = `/2010-04-01/Accounts/${world.accountSid}`;
  const byUrl = new Map([
    [`${account}/Messages.json`, creations.Messages],
    [`${account}/Calls.json`, creations.Calls],
  ]);
  return (request, response) => {
    const create = isPlainForm(request, world) ? byUrl.get(request.url!) : undefined;
    if (!create || world.concurrency.current >= world.concurrency.most) {
      rest(request, response);
      return;
    }
    const concurrentRequests = world.concurrency.enter(response);
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const text = (chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks)).toString('utf8');
      void create(parse(text), response, concurrentRequests);
    });
  };
}

const LONGEST_FORM = 64 * 1024;

const isPlainForm = ({ method, headers }: IncomingMessage, world: World): boolean =>
  method === 'POST' &&
  headers.authorization === world.authorization &&
  headers['content-type']?.startsWith('application/x-www-form-urlencoded') === true &&
  Number(headers['content-length'] ?? Infinity) <= LONGEST_FORM;
