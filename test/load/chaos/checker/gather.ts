import type { DataSource } from 'typeorm';
import type { SimulatorClient } from '../simulator-client.js';
import { readCallbackToken } from './callback-token.js';
import { settleExchangedCalls } from './exchanged-calls.js';
import { ProviderList } from './provider-list.js';
import type { Heard, Ordered, Row, Story, StoryEvent, Taken } from './story.js';

/** Everything that our ledger and the provider have on a run. */
export interface Gathered {
  /** By broadcast id, in the order of delivery numbers. */
  readonly stories: ReadonlyMap<string, readonly Story[]>;
  /** What the provider accepted or a handset received without a row in our ledger. */
  readonly strangers: readonly string[];
  /** What the provider lists for each phone. */
  readonly list: ProviderList;
}

interface AcceptedLine {
  readonly at: number;
  readonly lateMs: number;
  readonly to: string;
  readonly kind: 'sms' | 'call';
  readonly sid: string;
  readonly status: string;
  readonly errorCode: number | null;
  readonly tokenUrl: string | null;
}

interface ReceivedLine {
  readonly at: number;
  readonly e164: string;
  readonly kind: 'sms' | 'call';
  readonly sid: string;
  readonly text: string;
}

type Open = Story & { readonly taken: Taken[]; readonly heard: Heard[] };

/** A shared empty list: most deliveries have no events. */
const nothing: readonly never[] = [];

/**
 * Joins the ledger with the provider's books by callback token, and with the handsets by phone and words of the text.
 */
export async function gather(
  db: DataSource,
  simulator: SimulatorClient,
  ordered: readonly Ordered[],
): Promise<Gathered> {
  const byNumber = new Map<string, Open>();
  const byPhone = new Map<string, Open>();
  const stories = new Map<string, Open[]>();
  const list = new ProviderList();
  for (const broadcast of ordered) {
    const events = await eventsOf(db, broadcast.id);
    const rows = await rowsOf(db, broadcast.id);
    const told = rows.map((row) => ({
      broadcast,
      row,
      events: events.get(row.n) ?? nothing,
      taken: [],
      heard: [],
    }));
    stories.set(broadcast.id, told);
    for (const story of told) {
      byNumber.set(`${broadcast.id} ${story.row.n}`, story);
      byPhone.set(`${broadcast.id} ${story.row.phone}`, story);
      list.claim(story.row.providerRef, broadcast.name);
      for (const { detail } of story.events) list.claim(detail['ref'], broadcast.name);
    }
  }
  const strangers: string[] = [];
  for await (const line of simulator.lines<AcceptedLine>('/ledger/accepted')) {
    const token = readCallbackToken(line.tokenUrl);
    const story = token && byNumber.get(`${token.broadcastId} ${token.n}`);
    list.add(line, story?.broadcast.name);
    if (story) story.taken.push({ ...line, token: token.token });
    else strangers.push(`the provider took ${line.sid} for ${line.to}, which is not in our ledger`);
  }
  for await (const { e164, text, sid, kind, at } of simulator.lines<ReceivedLine>('/ledger')) {
    const broadcast = ordered.find(({ words }) => text.includes(words));
    const story = broadcast && byPhone.get(`${broadcast.id} ${e164}`);
    if (story) story.heard.push({ sid, kind, at });
    else strangers.push(`${e164} received ${sid} ("${text}"), which is not in our ledger`);
  }
  for (const sides of groupByPhone(stories.values())) settleExchangedCalls(sides);
  return { stories, strangers, list };
}

/** The deliveries by phone, for phones with a delivery that was taken over from the provider's list. */
function groupByPhone(stories: Iterable<readonly Open[]>): Iterable<Open[]> {
  const groups = new Map<string, Open[]>();
  for (const story of [...stories].flat()) {
    const group = groups.get(story.row.phone);
    if (group) group.push(story);
    else groups.set(story.row.phone, [story]);
  }
  return [...groups.values()].filter((group) =>
    group.some(({ events }) => events.some(({ kind }) => kind === 'taken-over')),
  );
}

function rowsOf(db: DataSource, broadcastId: string): Promise<Row[]> {
  return db.query<Row[]>(
    `SELECT n, phone, channel, status, reason, attempts, token, provider_ref AS "providerRef", resent,
       (EXTRACT(epoch FROM sent_at) * 1000)::float8 AS "sentAt"
     FROM delivery WHERE broadcast_id = $1 ORDER BY n`,
    [broadcastId],
  );
}

async function eventsOf(db: DataSource, broadcastId: string): Promise<Map<number, StoryEvent[]>> {
  const rows = await db.query<(StoryEvent & { n: number })[]>(
    `SELECT n, kind, detail, (EXTRACT(epoch FROM at) * 1000)::float8 AS at
     FROM delivery_event WHERE broadcast_id = $1 ORDER BY id`,
    [broadcastId],
  );
  const events = new Map<number, StoryEvent[]>();
  for (const { n, ...event } of rows) events.set(n, [...(events.get(n) ?? nothing), event]);
  return events;
}

/** The phones at the addresses of the area: a broadcast to it must reach all of them. */
export async function audienceOf(db: DataSource, area: string): Promise<Set<string>> {
  const rows = await db.query<{ phone: string }[]>(
    `SELECT DISTINCT h.phone FROM address_place p JOIN phone_address h ON h.address_id = p.address_id
     WHERE p.place_id = $1`,
    [area],
  );
  return new Set(rows.map(({ phone }) => phone));
}
