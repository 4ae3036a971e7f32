import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { DataSource, EntityManager, QueryRunner } from 'typeorm';
import { openTestDatabase } from '../../test/support/database.js';
import {
  sentStatements,
  withoutSideEffects,
  type OwnCall,
  type SentStatement,
} from '../../test/support/sent-statements.js';
import { standInNumber, type Statement } from '../../test/support/stand-in.js';
import { AudienceCountsRepository } from '../audiences/audience-counts.repository.js';
import type { Audience } from '../audiences/audience.js';
import { AudiencesRepository } from '../audiences/audiences.repository.js';
import { CountCache } from '../audiences/count-cache.repository.js';
import { BroadcastsRepository } from '../broadcasts/broadcasts.repository.js';
import { LedgerRepository } from '../deliveries/ledger/ledger.repository.js';
import { DisposalRepository } from '../deliveries/disposal/disposal.repository.js';
import { EnrolmentRepository } from '../deliveries/ledger/enrolment.repository.js';
import { ReportRepository } from '../deliveries/report/report.repository.js';
import { AddressQueries } from '../places/address-queries.repository.js';
import { AreasDrawnRepository } from '../places/areas-drawn.repository.js';
import { ImportDataset } from '../places/import/import-dataset.js';
import type { ImportAccount } from '../places/import/import-account.js';
import { PlaceQuality } from '../places/import/place-quality.repository.js';
import { JsTileMaker } from '../places/map/js-tile-maker.js';
import { PostgisTileMaker } from '../places/map/postgis-tile-maker.js';
import { PlaceQueries } from '../places/place-queries.repository.js';
import { numberClasses, type CandidateSearch } from '../places/search/search-names.js';
import { WorkerPresence } from '../platform/processes/worker-presence.js';
import { asAttempt, noteDone } from '../staff/idempotent-answers.repository.js';
import { describeOnServer } from '../../test/support/on-server.js';

/**
 * Files that are not checked here. `platform/database` and `roles` set up, migrate or inspect a database: migrations
 * and `doctor` have their own specs. `platform/http` sends only `SELECT 1`.
 */
const outOfScope = /^src\/(simulator|console|roles|platform\/(database|http))\//;

/** Statements that are skipped: they name no column, and work only at their place in a transaction. */
const controls = /^(SAVEPOINT|RELEASE|ROLLBACK|FETCH|CLOSE)\b/;
const sends = /\.query[<(]/;

const files = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .map((name) => `src/${name}`)
  .filter((file) => file.endsWith('.ts') && !file.endsWith('spec.ts') && !outOfScope.test(file))
  .filter((file) => sends.test(readFileSync(file, 'utf8')));
const lines = files.flatMap((file) =>
  readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((text, at) => {
      const [, sent] = text.split(/\.query\(['`]/);
      return sends.test(text) && !(sent && controls.test(sent)) ? [`${file}:${at + 1}`] : [];
    }),
);

/** A fake connection that answers each statement with this row. */
const answering = (stand: unknown, row: object): never => {
  const db = {
    query: async (text: string, parameters?: unknown[]) => {
      await (stand as EntityManager).query(text, parameters);
      return [row];
    },
    transaction: (work: (db: object) => unknown) => work(db),
  };
  return db as never;
};

const audiences: readonly Audience[] = [
  { topic: 'T' },
  { recipientsOf: 'B' },
  { phone: '+46701740605', kind: 'mobile' },
  { places: ['P'] },
  { places: ['P'], minus: { places: ['M'] }, roles: ['owner'], beyond: 'B' },
  { places: ['P'], polygon: { type: 'Polygon', coordinates: [] }, near: [] },
];
const terms = { words: ['storgatan'], wordsFirst: true, letter: 'a', numbers: ['1'], numberIsWhole: true };
const searches: readonly CandidateSearch[] = (['head', 'number'] as const).map((is) => ({
  terms: { ...terms, postalCode: '972 38' },
  candidates: [...numberClasses, 'any' as const].map((number) => ({
    part: 'storgatan',
    is,
    number,
    letter: 'a',
  })),
  exact: ['1'],
}));
const namesOf = (search: CandidateSearch): never =>
  ({ run: (_: unknown, __: unknown, read: (search: CandidateSearch) => unknown) => read(search) }) as never;
const tiles = [3, 18].map((z) => ({ z, x: 0, y: 0 }));
const extent = (hasOverview: boolean) => ({ box: [-180, -85, 180, 85] as const, srid: 3006, hasOverview });

/** Calls for statements that stand-in arguments do not reach: a choice among texts, or a row with certain values. */
const ownCalls: readonly OwnCall[] = [
  ...audiences.flatMap((audience): OwnCall[] => [
    (db) => new AudiencesRepository(db as never, new AreasDrawnRepository(db as never)).nameOf(audience),
    (db) => new AudienceCountsRepository(db as never, db as never).countNow(audience, 'both', db as never),
    (db) =>
      new EnrolmentRepository(db as never).enrol(
        {
          id: 'B',
          createdAt: new Date(0),
          audience,
          channels: 'sms',
          texts: [{ language: 'sv', segments: 1 }],
        } as never,
        db as never,
      ),
  ]),
  ...searches.flatMap((search): OwnCall[] => [
    (db) => new PlaceQueries(db as never, namesOf(search)).search({ q: 'storgatan 1', limit: 5 }),
    (db) => new AddressQueries(db as never, namesOf(search)).search('storgatan 1', 5),
  ]),
  ...tiles.flatMap((tile): OwnCall[] => [
    (db) => new JsTileMaker(db as never).make(tile, extent(true)),
    (db) => new PostgisTileMaker(db as never).make(tile, extent(false)),
  ]),
  (db) =>
    new CountCache(answering(db, { addresses: 0, reached: 1 })).find({
      places: ['P'],
      channels: 'both',
    }),
  (db) =>
    new BroadcastsRepository(db as never, db as never).requireExtendable(
      { relation: 'extension', id: 'B', root: 'B' },
      db as never,
    ),
  (db) =>
    new LedgerRepository(db as never).record('B', 'sms', [
      { n: 1, token: 'T', result: { kind: 'rejected', failure: 'opted-out', reason: '21610' } },
    ]),
  (db) => asAttempt({ memberId: 'M', key: 'K', id: 'A' }, () => noteDone(db as never)),
  (db) =>
    new DisposalRepository(
      answering(db, { name: 'disposed_broadcast', mine: true, there: true, empty: true }),
    ).dropEmptyMonths(1),
  (db) => new ReportRepository(db as never, { of: () => new Map() } as never).percents(['B']),
  (db) => new PlaceQuality().overlaps('S', answering(db, { much: false })),
  (db) => {
    const intake = {
      places: new Proxy({}, { get: () => () => [] }),
      run: (_: unknown, __: unknown, account: ImportAccount) =>
        Object.assign(account.open('L', 'area'), { rows: 1, new: 1 }),
    };
    const clock = { now: () => new Date(0) };
    return new ImportDataset(db as never, clock, intake as never, db as never).run({
      source: 'S',
      layers: [],
    });
  },
  async (db) => {
    const presence = new WorkerPresence(db as never);
    presence.start();
    await presence.beforeApplicationShutdown();
  },
];

/** PostgreSQL's error for a statement, if any. */
async function fault(db: QueryRunner, { text, parameters }: Statement): Promise<string | undefined> {
  const bare = text
    .replace(/^(?:\s|--.*\n)+/, '')
    .replace(/^DECLARE \w+ NO SCROLL CURSOR FOR\s/, '')
    .trim();
  if (controls.test(bare)) return undefined;
  const makes = parameters > 0 ? /^CREATE TEMP TABLE \w+ ON COMMIT DROP AS\s+/.exec(bare)?.[0] : undefined;
  const query = bare.slice(makes?.length ?? 0);
  // ROLLBACK TO does not remove a prepared statement.
  await db.query('DEALLOCATE ALL');
  await db.query('SAVEPOINT before');
  try {
    if (!/^(SELECT|INSERT|UPDATE|DELETE|WITH)\b/.test(query)) {
      await db.query(bare);
      // Keep temporary tables: other statements use them.
      if (!bare.startsWith('CREATE TEMP TABLE')) await db.query('ROLLBACK TO before');
      return undefined;
    }
    await db.query(`PREPARE examined AS ${query}`);
    const [{ has }] = (await db.query(
      `SELECT cardinality(parameter_types) AS has FROM pg_prepared_statements WHERE name = 'examined'`,
    )) as [{ has: number }];
    if (makes) await db.query(`${makes} EXECUTE examined (${Array(has).fill('NULL').join(', ')})`);
    return has === parameters ? undefined : `it has ${has} parameters and is given ${parameters}`;
  } catch (error) {
    await db.query('ROLLBACK TO before');
    return (error as Error).message;
  }
}

/** Errors by statement. Retries failed ones, because a statement may use a temporary table that another one creates. */
async function faultsOf(
  sent: readonly SentStatement[],
  db: QueryRunner,
): Promise<Map<SentStatement, string>> {
  const faults = new Map<SentStatement, string>();
  for (const statement of sent) {
    const found = await fault(db, statement);
    if (found !== undefined) faults.set(statement, found);
  }
  return faults.size < sent.length && faults.size > 0 ? faultsOf([...faults.keys()], db) : faults;
}

// Named statements collide on the embedded database, where all connections share one session.

describeOnServer('the statements of the program', () => {
  let db: DataSource;
  let sent: readonly SentStatement[];
  let faults: ReadonlyMap<SentStatement, string>;

  beforeAll(async () => {
    db = await openTestDatabase();
    const modules: object[] = [];
    for (const file of files) modules.push((await import(resolve(file))) as object);
    sent = await withoutSideEffects(() => sentStatements(modules, ownCalls));
    faults = await takenBack((runner) => faultsOf(sent, runner));
  });
  afterAll(() => db.destroy());

  async function takenBack<T>(work: (runner: QueryRunner) => Promise<T>): Promise<T> {
    const runner = db.createQueryRunner();
    await runner.startTransaction();
    try {
      return await work(runner);
    } finally {
      await runner.rollbackTransaction();
      await runner.release();
    }
  }

  it('fit the migrated schema, and get the right number of parameters', () => {
    const ofTheProgram = [...faults].filter(
      ([{ text, isFull }]) => isFull && !text.includes(String(standInNumber)),
    );
    expect(ofTheProgram.map(([{ line, text }, found]) => `${line}: ${found}\n${text}`)).toEqual([]);
  });

  // If this fails: add a call to `ownCalls` that reaches the line, or delete the line if no code reaches it.
  it('are all checked: each line that sends a statement was reached, and PostgreSQL accepts its text', () => {
    const examined = new Set(sent.filter((statement) => !faults.has(statement)).map(({ line }) => line));
    const why = (line: string) =>
      [...faults].find(([statement]) => statement.line === line)?.[1] ?? 'not reached';
    const left = lines.filter((line) => !examined.has(line));
    expect(left.map((line) => `${line}: ${why(line)}`)).toEqual([]);
  });

  it.each([
    ['a removed column', 'ALTER TABLE inbound_text RENAME COLUMN outcome TO result', 'column'],
    ['a column of another type', 'ALTER TABLE saved_area ALTER COLUMN places TYPE text', 'type'],
  ])('fail this check after a schema change: %s', async (_, change, named) => {
    const using = sent.filter(
      (statement) => !faults.has(statement) && /inbound_text|saved_area/.test(statement.text),
    );
    const found = await takenBack(async (runner) => {
      await runner.query(change);
      return faultsOf(using, runner);
    });
    expect([...found.values()]).toContainEqual(expect.stringContaining(named));
  });
});
