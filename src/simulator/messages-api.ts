import type { FastifyInstance } from 'fastify';
import { field, flat, type Form } from './form.js';
import { listPage } from './listing.js';
import { type Message, presentMessage } from './message.js';
import { dateFilter } from './twilio-dates.js';
import { notFound, TwilioError } from './twilio-error.js';
import type { World } from './world.js';

const unsent = ['accepted', 'queued'];

/** `Messages.json` of an account: list, fetch, redact, cancel. */
export function messagesApi(app: FastifyInstance, world: World): void {
  const { messages, mint, accountSid, faults } = world;
  const present = (message: Message) => presentMessage(message, mint, accountSid);

  app.get<{ Querystring: Form }>('/Messages.json', (request) => {
    const query = flat(request.query);
    if (faults.listUnavailable({ channel: 'sms', to: query.To ?? '', from: query.From ?? '' })) {
      throw new TwilioError(20503, 'Service unavailable', 503);
    }
    const sent = dateFilter(query, 'DateSent');
    return listPage({
      path: `/2010-04-01/Accounts/${accountSid}/Messages.json`,
      query,
      log: messages,
      mint,
      prefix: 'SM',
      name: 'messages',
      keep: (message) => (query.From === undefined || message.from === query.From) && sent(message.sentAt),
      present,
    });
  });

  const find = (sid: string, path: string) => {
    const message = messages.at(mint.number('SM', sid));
    if (!message) throw notFound(path);
    return message;
  };

  app.get<{ Params: { sid: string } }>('/Messages/:sid.json', (request) =>
    present(find(request.params.sid, request.url)),
  );

  app.post<{ Params: { sid: string }; Body: Form | undefined }>('/Messages/:sid.json', (request) => {
    const message = find(request.params.sid, request.url);
    const form = request.body ?? {};
    const status = field(form, 'Status');
    const body = field(form, 'Body');
    if (status !== undefined) {
      if (status !== 'canceled')
        throw new TwilioError(20422, "Invalid Parameter: 'Status' can only be canceled");
      if (!unsent.includes(message.status)) throw new TwilioError(20409, 'The message was already sent', 409);
      message.become('canceled', Date.now());
    }
    if (body !== undefined) {
      if (body !== '') throw new TwilioError(20422, "Invalid Parameter: 'Body' can only be made empty");
      if ([...unsent, 'sent'].includes(message.status)) {
        throw new TwilioError(20009, 'Cannot redact this resource before it is complete', 409);
      }
      message.body = '';
    }
    return present(message);
  });
}
