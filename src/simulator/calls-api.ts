import type { FastifyInstance } from 'fastify';
import { readCallDraft, readCallScript } from './call-draft.js';
import { Call, presentCall } from './call.js';
import { answerAsFated } from './fated-answer.js';
import { field, flat, type Form } from './form.js';
import { listPage } from './listing.js';
import type { Place } from './sender-queues.js';
import { detached, interned } from './texts.js';
import { dateFilter } from './twilio-dates.js';
import { callQueueFull, notFound, TwilioError } from './twilio-error.js';
import type { World } from './world.js';

/** `Calls.json` of an account: create, list, fetch, hang up, go on with another script. */
export function callsApi(app: FastifyInstance, world: World): void {
  const { calls, mint, accountSid, faults } = world;
  const present = (call: Call) => presentCall(call, mint, accountSid);

  app.post<{ Body: Form | undefined }>('/Calls.json', (request, reply) => {
    const form = request.body ?? {};
    const attempt = {
      channel: 'call',
      to: field(form, 'To') ?? '',
      from: field(form, 'From') ?? '',
    } as const;
    const fate = faults.decide(attempt);
    return answerAsFated(reply, fate, world.agenda, () => {
      const { call, place } = accept(form, world);
      return { answer: () => present(call), ready: world.callJourney.begin(call, fate, place) };
    });
  });

  app.get<{ Querystring: Form }>('/Calls.json', (request) => {
    const query = flat(request.query);
    if (faults.listUnavailable({ channel: 'call', to: query.To ?? '', from: query.From ?? '' })) {
      throw new TwilioError(20503, 'Service unavailable', 503);
    }
    const started = dateFilter(query, 'StartTime');
    const ended = dateFilter(query, 'EndTime');
    return listPage({
      path: `/2010-04-01/Accounts/${accountSid}/Calls.json`,
      query,
      log: calls,
      mint,
      prefix: 'CA',
      name: 'calls',
      keep: (call) =>
        (query.From === undefined || call.from === query.From) &&
        (query.Status === undefined || call.status === query.Status) &&
        started(call.answeredAt ?? call.endedAt) &&
        ended(call.endedAt),
      present,
    });
  });

  const find = (sid: string, path: string) => {
    const call = calls.at(mint.number('CA', sid));
    if (!call) throw notFound(path);
    return call;
  };

  app.get<{ Params: { sid: string } }>('/Calls/:sid.json', (request) =>
    present(find(request.params.sid, request.url)),
  );

  app.post<{ Params: { sid: string }; Body: Form | undefined }>('/Calls/:sid.json', async (request) => {
    const call = find(request.params.sid, request.url);
    const form = request.body ?? {};
    const status = field(form, 'Status');
    const script = readCallScript(form);
    if (status !== undefined && status !== 'canceled' && status !== 'completed') {
      throw new TwilioError(20422, "Invalid Parameter: 'Status' can only be canceled or completed");
    }
    if (script) {
      if (call.status !== 'in-progress') {
        throw new TwilioError(21220, 'Invalid call state: the call is not in-progress. Cannot redirect.');
      }
      call.script = script;
      await world.listening.listen(call);
    }
    // A call that is being listened to can't be cancelled any more, only ended: Twilio leaves it alone as well.
    if (status === 'completed')
      world.callJourney.end(call, call.answeredAt === undefined ? 'canceled' : 'completed');
    if (status === 'canceled' && call.answeredAt === undefined) world.callJourney.end(call, 'canceled');
    return present(call);
  });
}

function accept(form: Form, world: World): { call: Call; place: Place } {
  const { to, from, script, statusCallback, events, machineDetection } = readCallDraft(form);
  const place = world.queues.join('call', from, 1);
  if (place.full) throw callQueueFull();
  const said = script.twiml === undefined ? script : { twiml: interned(script.twiml) };
  const call = world.calls.add(
    new Call(
      world.calls.next,
      detached(to),
      interned(from),
      said,
      Date.now(),
      machineDetection,
      events,
      statusCallback === undefined ? undefined : detached(statusCallback),
      place.waitMs,
    ),
  );
  world.ledger.accept(call);
  world.rates.note('call', call.from, 1);
  return { call, place };
}
