import { readFileSync } from 'node:fs';
import type { Client } from 'pg';
import { checksums } from '../../../migrations/checksums.js';
import { compareSchemas, describeSchema, readSchema } from '../../platform/database/describe-schema.js';
import { migrationState } from '../../platform/database/migration-drift.js';
import { findProjectFile } from '../../platform/files/project-file.js';
import { advice, problem, ok, type Finding } from './finding.js';

/**
 * Checks that all migrations ran with the same text as in this program, and that the schema was not changed by hand.
 */
export async function examineSchema(client: Client): Promise<Finding[]> {
  const migrations = await examineMigrations(client);
  // If the schema is older or newer than the program, it is expected to differ.
  return migrations.kind === 'ok' ? [migrations, await examineDrift(client)] : [migrations];
}

async function examineMigrations(client: Client): Promise<Finding> {
  const { missing, changed, unknown, unchecked } = await migrationState(asked(client), checksums);
  if (changed.length > 0)
    return problem(
      `Migrations ran here with another text than this program has: ${changed.join(', ')}`,
      'The database was made by a development version: restore a backup that a released version made',
    );
  if (missing.length > 0)
    return problem(
      `${missing.length} migrations have not run: ${missing.join(', ')}`,
      'Run the role `migrate`; web and workers wait for it',
    );
  if (unknown.length > 0)
    return advice(
      `A newer program was here: this one doesn't know ${unknown.join(', ')}`,
      'Run the same version everywhere',
    );
  if (unchecked.length > 0)
    return advice(
      `${unchecked.length} migrations ran before checksums were kept: whether their text was today's can't be told`,
      'Nothing to do if only released versions have run on this database',
    );
  return ok('All migrations have run');
}

async function examineDrift(client: Client): Promise<Finding> {
  const file = findProjectFile('docs/schema.sql');
  if (!file)
    return advice('docs/schema.sql is missing, so the schema was not compared', 'Install the program whole');
  const expected = readSchema(readFileSync(file, 'utf8'));
  const { missing, extra, changed } = compareSchemas(expected, await describeSchema(asked(client)));
  const differences = [
    ...missing.map((name) => `${name} is missing`),
    ...changed.map((name) => `${name} was changed`),
  ];
  if (differences.length > 0)
    return problem(
      `The schema differs from docs/schema.sql: ${differences.join(', ')}`,
      'Somebody changed the database by hand: put it back as docs/schema.sql says',
    );
  return extra.length > 0
    ? advice(
        `The schema has what this program doesn't know: ${extra.join(', ')}`,
        'Nothing to do if another program keeps it there; a table of its own schema would be safer',
      )
    : ok('The schema is as docs/schema.sql says');
}

const asked = (client: Client) => ({
  query: async (text: string, values?: unknown[]) => (await client.query(text, values)).rows as unknown,
});
