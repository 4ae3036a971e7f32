// An embedded database in a process of its own: it imports modules in a way that Jest does not support.
import { PGlite } from '@electric-sql/pglite';

const database = await PGlite.create();

process.on('message', async ({ id, message }) => {
  const answer = await database.execProtocolRaw(message);
  process.send({ id, answer, inTransaction: database.isInTransaction() });
});
process.on('disconnect', () => process.exit(0));
process.send({ id: 0 });
