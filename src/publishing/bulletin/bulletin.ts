import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { isPageCode } from '../../messages/page-link.js';
import { Clock } from '../../kernel/clock.js';
import { Config } from '../../platform/config/config.js';
import { Log } from '../../platform/logging/log.js';
import { publishingEvents } from '../log-events.js';
import { BulletinRepository, type Stored } from './bulletin.repository.js';
import { lastChange, type Gone } from './last-change.js';
import { assemble, nextEnd, type PublicIncident, type PublicTopic } from './public-incident.js';

/** Milliseconds after which the database is asked again. */
const freshFor = 500;
/** Milliseconds for which nobody waits for that: while many read, nobody ever does. */
const goodFor = 1_000;
/** Milliseconds that a reader waits for the database. After that the reader gets what was read before. */
const patience = 300;
/** Milliseconds until a database that failed is asked again. */
const retryAfter = 2_000;

/** What is public, as it was read at one moment. */
export interface Edition {
  /** One that has not changed is the same object as in the edition before. */
  readonly incidents: readonly PublicIncident[];
  /** The topics that have a feed, whether or not they have sent anything. */
  readonly topics: readonly PublicTopic[];
  /** What is no longer in it. */
  readonly gone: readonly Gone[];
  /** Changes with the content. */
  readonly id: string;
  /** The last change of anything in it; undefined if nothing has ever been. */
  readonly updatedAt: Date | undefined;
  /** What was made of it, so that each page and feed is written once. Of each only the last state is kept. */
  readonly written: Map<string, { readonly state: string; readonly made: unknown }>;
}

/** An edition, and how long ago the database said that it is right. */
export interface Reading {
  readonly edition: Edition;
  /** Seconds. */
  readonly age: number;
  /** The age later on; undefined once another edition may be right, so that somebody must read again. */
  readonly ageNow: () => number | undefined;
}

interface Assembled {
  readonly from: Stored;
  /** When it was put together. A clock that was put back makes it wrong. */
  readonly since: Date;
  /** When it is no longer right by itself. */
  readonly until: Date | undefined;
  readonly edition: Edition;
}

/** An incident, and its content as JSON. */
interface Known {
  readonly incident: PublicIncident;
  readonly json: string;
}

interface Read {
  readonly mark: string;
  readonly stored: Stored;
  readonly at: number;
}

/**
 * What the municipality publishes now, in memory. Every page and feed is made from the same edition, so all say the same
 * version. When the database can't be reached, the last edition stays, with its age.
 */
@Injectable()
export class Bulletin {
  private readonly log = new Log('publishing', publishingEvents);
  private last: Read | undefined;
  private assembled: Assembled | undefined;
  private known: readonly Known[] = [];
  private reading: Promise<void> | undefined;
  private readingSince = 0;
  private failedAt = -Infinity;

  constructor(
    private readonly published: BulletinRepository,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  /** @throws what the database throws, if it was never read */
  async read(): Promise<Reading> {
    const now = performance.now();
    const isDue = !this.last || now - this.last.at > freshFor;
    if (isDue && now - this.failedAt > retryAfter) {
      this.readingSince = this.reading ? this.readingSince : now;
      this.reading ??= this.refresh().finally(() => (this.reading = undefined));
      const wait = this.waitAt(now);
      if (this.last && wait > 0) await Promise.race([this.reading, patientFor(wait)]);
    }
    if (!this.last) await (this.reading ?? this.refresh());
    const { at, stored } = this.last!;
    const edition = this.current(stored);
    return { edition, age: secondsSince(at), ageNow: () => this.ageOf(edition) };
  }

  private ageOf(edition: Edition): number | undefined {
    const { last, assembled } = this;
    const isCurrent =
      last !== undefined &&
      assembled?.edition === edition &&
      assembled.from === last.stored &&
      this.waitAt(performance.now()) === 0 &&
      isRightAt(assembled, this.clock.now());
    return isCurrent ? secondsSince(last.at) : undefined;
  }

  /**
   * Milliseconds that a reader waits for the database. None while what was read last is good, and none when the database
   * is away. Counts from when the reading began, so that only the first readers of a slow database wait.
   */
  private waitAt(now: number): number {
    const isGood = this.last !== undefined && now - this.last.at <= goodFor;
    if (isGood || now - this.failedAt <= retryAfter) return 0;
    return this.reading ? Math.max(0, this.readingSince + patience - now) : patience;
  }

  /** An incident that may be too old for the edition; undefined if there is none that is public. */
  async incident(id: string): Promise<PublicIncident | undefined> {
    const { edition } = await this.read();
    const recent = edition.incidents.find((incident) => incident.id === id);
    return recent ?? assemble(await this.published.ofIncident(id), this.clock.now(), this.municipality)[0];
  }

  /**
   * The incident that a broadcast belongs to, however old or new; undefined if it is not public. Read from the database:
   * another process may have published the broadcast already.
   */
  async incidentOf(broadcast: string): Promise<PublicIncident | undefined> {
    const root = await this.published.rootOfBroadcast(broadcast);
    return root === undefined
      ? undefined
      : assemble(await this.published.ofIncident(root), this.clock.now(), this.municipality)[0];
  }

  /** The id of the incident with a short address. */
  async incidentWith(code: string): Promise<string | undefined> {
    if (!isPageCode(code)) return undefined;
    const { edition } = await this.read();
    const recent = edition.incidents.find((incident) => incident.code === code);
    return recent?.id ?? this.published.rootOf(code);
  }

  private get municipality(): string {
    return this.config.get('MUNICIPALITY_NAME');
  }

  private async refresh(): Promise<void> {
    const at = performance.now();
    try {
      const { mark, at: asOf } = await this.published.mark();
      const stored = this.last?.mark === mark ? this.last.stored : await this.published.recent(asOf);
      this.last = { mark, stored, at };
      this.failedAt = -Infinity;
    } catch (err) {
      if (!this.last) throw err;
      if (this.failedAt === -Infinity) this.log.write('bulletin.not-read', { err });
      this.failedAt = performance.now();
    }
  }

  /** Put together again when something was read or has ended by itself. The same content is the same object. */
  private current(stored: Stored): Edition {
    const now = this.clock.now();
    const before = this.assembled;
    if (before?.from === stored && isRightAt(before, now)) return before.edition;
    this.known = stillKnown(assemble(stored.broadcasts, now, this.municipality), this.known);
    const incidents = this.known.map(({ incident }) => incident);
    const { topics, gone } = stored;
    const id = createHash('sha256')
      .update([...this.known.map(({ json }) => json), JSON.stringify({ topics, gone })].join('\n'))
      .digest('base64url')
      .slice(0, 22);
    const edition =
      before?.edition.id === id
        ? before.edition
        : { incidents, topics, gone, id, updatedAt: lastChange({ incidents, gone }), written: new Map() };
    this.assembled = { from: stored, since: now, until: nextEnd(incidents), edition };
    return edition;
  }
}

const isRightAt = ({ since, until }: Assembled, now: Date): boolean =>
  since <= now && (!until || now < until);

/** Those that have not changed stay the same objects, so that what was made of them can be kept. */
function stillKnown(incidents: readonly PublicIncident[], before: readonly Known[]): Known[] {
  const byId = new Map(before.map((one) => [one.incident.id, one]));
  return incidents.map((incident) => {
    const json = JSON.stringify(incident);
    const known = byId.get(incident.id);
    return known?.json === json ? known : { incident, json };
  });
}

/** @param at by `performance.now()` */
const secondsSince = (at: number): number => Math.max(0, Math.floor((performance.now() - at) / 1000));

const patientFor = (ms: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, ms).unref();
  });

/** Something made from an edition, made once for each name, and again if the state has changed. */
export function writtenOnce<T>(edition: Edition, name: string, write: () => T, state = ''): T {
  const before = edition.written.get(name);
  if (before?.state === state) return before.made as T;
  const made = write();
  edition.written.set(name, { state, made });
  return made;
}
