import type { DataSource } from 'typeorm';
import { newId } from '../../kernel/ids.js';
import { isCalledOff } from '../../kernel/called-off.js';
import { openTestDatabase } from '../../../test/support/database.js';
import { calledOffSql } from './called-off.sql.js';

const kinds = [
  { relation: 'all-clear', goes_on: null },
  { relation: 'correction', goes_on: true },
  { relation: 'correction', goes_on: false },
  { relation: 'correction', goes_on: null },
  { relation: 'update', goes_on: null },
] as const;

describe('whether an incident is called off, by SQL', () => {
  let db: DataSource;
  beforeAll(async () => {
    db = await openTestDatabase();
  });
  afterAll(() => db.destroy());

  it('is what the rule says, for every order of three follow-ups, cancelled or not', async () => {
    const steps = kinds.flatMap((kind) => [false, true].map((isCancelled) => ({ ...kind, isCancelled })));
    const incidents = steps.flatMap((a) => steps.flatMap((b) => steps.map((c) => [a, b, c])));
    const told = incidents.map((said) => ({ root: newId(new Date()), said }));
    await db.query(
      `INSERT INTO broadcast (id, kind, state, lane, exercise, channels, audience, audience_name, expires_at, created_at, authors, planned,
         root_id, follows_id, relation, goes_on, decided_at)
       SELECT id, 'alert', state, 'urgent', false, 'both', '{}', '', now(), now(), '{}', 0, root, root, relation, goes_on, decided
       FROM jsonb_to_recordset($1) AS r (id uuid, state text, root uuid, relation text, goes_on boolean, decided timestamptz)`,
      [
        JSON.stringify(
          told.flatMap(({ root, said }) => [
            { id: root, state: 'completed', decided: '2026-11-30T12:00:00Z' },
            ...said.map(({ isCancelled, ...one }, nth) => ({
              ...one,
              // The order of approvals is not that of writing.
              id: newId(new Date(Date.now() - nth * 60_000)),
              root,
              state: isCancelled ? 'cancelled' : 'completed',
              decided: `2026-11-30T12:0${nth + 1}:00Z`,
            })),
          ]),
        ),
      ],
    );
    const found = await db.query<{ id: string; over: boolean }[]>(
      `SELECT b.id, ${calledOffSql('b.id')} AS over FROM broadcast b WHERE b.root_id IS NULL`,
    );
    const over = new Map(found.map(({ id, over }) => [id, over]));
    for (const { root, said } of told)
      expect([said, over.get(root)]).toEqual([
        said,
        isCalledOff(said.map(({ goes_on, ...one }) => ({ ...one, goesOn: goes_on ?? undefined }))),
      ]);
  });
});
