import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { Call } from './call.js';
import type { Creation, Received } from './ledger.js';
import type { World } from './world.js';

interface After {
  /** Only lines numbered above this; default 0, all of them. */
  readonly after?: string;
}

interface RateQuery {
  /** Milliseconds since 1970, included; default the beginning. */
  readonly from?: string;
  /** Milliseconds since 1970, excluded; default now. */
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

/** The judge's books as NDJSON, a line an event in the order things happened, and their sum. */
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
 * Something a handset received. Times are milliseconds since 1970; `tokenUrl` is the StatusCallback of the request, null
 * when it had none. A call whose listener pressed a key has a line for what was heard before, and one for after.
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
 * A create request that was accepted, also one whose answer was lost, with what has become of it by now. `lateMs` is how
 * long the fault script had it wait before it was accepted at `at`.
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

// Piece by piece, each as large as a socket takes at once: a million lines are more than one string should hold.
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
