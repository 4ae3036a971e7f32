// `npm run schema`: writes docs/schema.sql, the schema that the migrations produce on the embedded database. Run it
// after adding a migration: a test compares the file with the schema of every database that the tests use.
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import pg from 'pg';
import { withEmbeddedDatabases } from './embedded.mjs';
import { prepare, root } from './prepare.mjs';

const program = await prepare();
const { describeSchema, printSchema } = await import(
  pathToFileURL(path.join(path.dirname(program), 'platform', 'database', 'describe-schema.js'))
);
await withEmbeddedDatabases(program, 1, async ([url]) => {
  const { status } = spawnSync(process.execPath, [program, 'migrate'], {
    env: { ...process.env, DATABASE_URL: url, DEMO: 'true' },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  if (status !== 0) throw new Error('The migrations failed');
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const schema = await describeSchema({ query: async (sql) => (await client.query(sql)).rows }).finally(() =>
    client.end(),
  );
  writeFileSync(path.join(root, 'docs', 'schema.sql'), printSchema(schema));
  console.log(`docs/schema.sql: ${schema.length} objects`);
});
