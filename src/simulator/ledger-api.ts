import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { Call } from './call.js';
import type { Creation, Received } from './ledger.js';
import type { World } from './world.js';

interface After {
  /** Only lines with a number above this. Default 0: all lines. */
  readonly after?: string;
}

interface RateQuery {
  /** Milliseconds since 1970, inclusive. Default: the beginning. */
  readonly from?: string;
  /** Milliseconds since 1970, exclusive. Default: now. */
  readonly to?: string;
  readonly sender?: string;
}

const PIECE = 64_000;
const schema = {
  querystring: {
    type: 'object',
    additionalProperties: false,
    properties: { after: { type: 'string', pattern: '^[0-9]{1,15}$' } },
  },
};

const time = { type: 'string', pattern: '^[0-9]{1,15}(\\.[0-9]+)?$' };
const rateSchema = {
  querystring: {
    type: 'object',
    additionalProperties: false,
    properties: { from: time, to: time, sender: { type: 'string', minLength: 1 } },
  },
};

/** The simulator's ledger as NDJSON, one line per event in order of time, with a summary and the rates of senders. */
export function ledgerApi(app: FastifyInstance, world: World): void {
  const { ledger, handsets } = world;

  app.get<{ Querystring: After }>('/ledger', { schema }, ({ query }, reply) =>
    sendLines(reply, ledger.received(Number(query.after ?? '0')), (seq, one) =>
      receivedLine(seq, one, world),
    ),
  );

  app.get<{ Querystring: After }>('/ledger/accepted', { schema }, ({ query }, reply) =>
    sendLines(reply, ledger.accepted(Number(query.after ?? '0')), (seq, one) =>
      acceptedLine(seq, one, world),
    ),
  );

  app.get('/ledger/summary', () => ({
    received: ledger.receivedCount,
    handsets: handsets.receiving,
    moreThanOnce: handsets.moreThanOnce,
  }));

  app.get<{ Querystring: RateQuery }>('/rate', { schema: rateSchema }, ({ query }) => ({
    senders: world.rates.report(
      { from: Number(query.from ?? '0'), to: Number(query.to ?? 'Infinity') },
      query.sender,
    ),
  }));
}

/**
 * The line of something that a handset received. Times are milliseconds since 1970. `tokenUrl` is the StatusCallback of
 * the request; null if it had none. A call in which a key was pressed has one line for the text heard before it and one
 * for the text after it.
 */
function receivedLine(seq: number, received: Received, { mint, messages, calls }: World): object {
  const { at, kind, from, text, n } = received;
  const creation = (kind === 'sms' ? messages.at(n) : calls.at(n))!;
  return {
    seq,
    at,
    e164: creation.to,
    kind,
    from,
    text,
    sid: mint.sid(kind === 'sms' ? 'SM' : 'CA', n),
    acceptedAt: creation.createdAt,
    tokenUrl: creation.statusCallback ?? null,
  };
}

/**
 * The line of an accepted create request, also if its answer was lost, with its present status. `lateMs` is how long
 * the fault script delayed the request before it was accepted at `at`.
 */
function acceptedLine(seq: number, creation: Creation, { mint, ledger }: World): object {
  const isCall = creation instanceof Call;
  return {
    seq,
    at: creation.createdAt,
    lateMs: ledger.lateMsOf(creation),
    to: creation.to,
    from: creation.from,
    kind: isCall ? 'call' : 'sms',
    sid: mint.sid(isCall ? 'CA' : 'SM', creation.n),
    status: creation.status,
    errorCode: creation.errorCode ?? null,
    tokenUrl: creation.statusCallback ?? null,
  };
}

function sendLines<T>(
  reply: FastifyReply,
  lines: Iterable<[number, T]>,
  present: (seq: number, one: T) => object,
): FastifyReply {
  return reply
    .type('application/x-ndjson; charset=utf-8')
    .send(Readable.from(pieces(lines, present), { objectMode: false }));
}

// In chunks about as large as a socket takes at once: a million lines are too much for one string.
function* pieces<T>(
  lines: Iterable<[number, T]>,
  present: (seq: number, one: T) => object,
): Generator<string> {
  let piece = '';
  for (const [seq, one] of lines) {
    piece += `${JSON.stringify(present(seq, one))}\n`;
    if (piece.length > PIECE) {
      yield piece;
      piece = '';
    }
  }
  if (piece !== '') yield piece;
}
