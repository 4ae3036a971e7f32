import type { FastifyInstance } from 'fastify';
import { readCallScript } from './call-draft.js';
import { type Call, presentCall } from './call.js';
import { field, flat, type Form } from './form.js';
import { listPage } from './listing.js';
import { dateFilter } from './twilio-dates.js';
import { notFound, TwilioError } from './twilio-error.js';
import type { World } from './world.js';

/** `Calls.json` of an account: list, fetch, hang up, continue with another script. */
export function callsApi(app: FastifyInstance, world: World): void {
  const { calls, mint, accountSid, faults } = world;
  const present = (call: Call) => presentCall(call, mint, accountSid);

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
    // An answered call can't be cancelled, only completed. Twilio ignores such a cancellation too.
    if (status === 'completed')
      world.callJourney.end(call, call.answeredAt === undefined ? 'canceled' : 'completed');
    if (status === 'canceled' && call.answeredAt === undefined) world.callJourney.end(call, 'canceled');
    return present(call);
  });
}
