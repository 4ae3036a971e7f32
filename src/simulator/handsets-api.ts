import { Readable } from 'node:stream';
import formbody from '@fastify/formbody';
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { takesReplies, typedNumber } from './addresses.js';
import { field, flat, type Form } from './form.js';
import { type Problem, threadPage } from './handset-thread-page.js';
import { handsetListPage, homePage, problemPage } from './handset-list-page.js';
import { type Handset, presentHandset } from './handsets.js';
import { sendPage } from './page.js';
import type { World } from './world.js';

const LONGEST_TEXT = 1600;

/** Whether the Accept header names text/html, as browsers do. Other clients get JSON. */
const wantsPage = (request: FastifyRequest): boolean =>
  request.headers.accept?.includes('text/html') === true;

class Refused extends Error {
  constructor(
    readonly statusCode: number,
    message: string,
  ) {
    super(message);
  }
}

/** What each phone received, as JSON and as pages, and the actions of its owner: reply to a text, press a key. */
export async function handsetsApi(app: FastifyInstance, world: World): Promise<void> {
  const { handsets, mint } = world;
  await app.register(formbody);
  app.setErrorHandler((error: FastifyError | Refused, request, reply) => {
    if (!(error instanceof Refused) || !wantsPage(request)) return reply.send(error);
    return sendPage(reply.code(error.statusCode), problemPage(error.message));
  });

  app.get('/', (_request, reply) => sendPage(reply, homePage(handsets.count)));

  app.get('/favicon.ico', (_request, reply) => reply.code(204).send());

  app.get<{ Querystring: Form }>('/handsets', (request, reply) => {
    const { q = '', since } = flat(request.query);
    if (wantsPage(request)) {
      const shown = q === '' ? handsets.latest() : handsets.find(q);
      return sendPage(reply, handsetListPage(shown, q, handsets.count));
    }
    const from = since === undefined ? 0 : Date.parse(since);
    if (Number.isNaN(from)) throw new Refused(400, `since är ingen tidpunkt: ${since ?? ''}`);
    const found = q === '' ? handsets.all() : handsets.find(q, Infinity);
    return reply.type('application/json; charset=utf-8').send(
      Readable.from(
        jsonArray(
          found,
          (one) => after(one, from),
          (one) => presentHandset(one, mint),
        ),
      ),
    );
  });

  const thread = (reply: FastifyReply, e164: string, problem?: Problem) =>
    sendPage(reply.code(problem === undefined ? 200 : 400), threadPage(handsets.get(e164), world, problem));

  app.get<{ Params: { e164: string } }>('/handsets/:e164', (request, reply) => {
    const e164 = numberIn(request.params.e164);
    if (wantsPage(request)) return thread(reply, e164);
    return presentHandset(handsets.get(e164), mint);
  });

  app.post<{ Params: { e164: string }; Body: Form | undefined }>(
    '/handsets/:e164/reply',
    async (request, reply) => {
      const e164 = numberIn(request.params.e164);
      const to = field(request.body ?? {}, 'to') ?? '';
      const text = (field(request.body ?? {}, 'text') ?? '').trim();
      const problem = !takesReplies(to)
        ? 'Det går inte att svara: avsändaren är ett namn, inte ett nummer.'
        : text === ''
          ? 'Skriv ett svar först.'
          : text.length > LONGEST_TEXT
            ? 'Svaret är för långt: högst 1 600 tecken.'
            : undefined;
      if (problem !== undefined) {
        if (wantsPage(request)) return thread(reply, e164, { text: problem, draft: text });
        throw new Refused(400, problem);
      }
      const result = await world.inbound.send(e164, to, text);
      return wantsPage(request) ? reply.redirect(`/handsets/${e164}#senaste`, 303) : result;
    },
  );

  app.post<{ Params: { e164: string }; Body: Form | undefined }>(
    '/handsets/:e164/press',
    async (request, reply) => {
      const e164 = numberIn(request.params.e164);
      const call = world.calls.at(mint.number('CA', field(request.body ?? {}, 'call') ?? ''));
      const digits = field(request.body ?? {}, 'digits') ?? '';
      if (call?.to !== e164) throw new Refused(404, 'Telefonen har inte fått det samtalet.');
      if (!/^[0-9*#]{1,32}$/.test(digits)) throw new Refused(400, 'Knapparna är 0–9, * och #.');
      if (!(await world.listening.press(call, digits)))
        throw new Refused(409, 'Samtalet bad inte om någon knapp.');
      return wantsPage(request)
        ? reply.redirect(`/handsets/${e164}#senaste`, 303)
        : presentHandset(handsets.get(e164), mint);
    },
  );
}

function numberIn(param: string): string {
  const e164 = typedNumber(param);
  if (e164 === undefined) throw new Refused(404, `${param} är inget telefonnummer i formen +46701740605.`);
  return e164;
}

const after = (handset: Handset, from: number): Handset =>
  from === 0 ? handset : { ...handset, received: handset.received.filter(({ at }) => at >= from) };

/** A JSON array in chunks: a million handsets are too much for one string. */
function* jsonArray(
  handsets: Iterable<Handset>,
  part: (handset: Handset) => Handset,
  present: (handset: Handset) => object,
): Generator<string> {
  let piece = '[';
  let comma = '';
  for (const whole of handsets) {
    const handset = part(whole);
    if (handset.received.length === 0) continue;
    piece += comma + JSON.stringify(present(handset));
    comma = ',';
    if (piece.length > 64_000) {
      yield piece;
      piece = '';
    }
  }
  yield `${piece}]`;
}
