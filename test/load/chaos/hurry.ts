import type { DataSource } from 'typeorm';

/**
 * Cuts waits of minutes short: for another try at a busy line (three minutes) or a phone out of reach (fifteen), and
 * for the question to the provider about a receipt that never came (two). A wait must have begun; the rest of it is
 * taken off. The specs of the retries prove that the waits are as long as the rules say. Doubts wait their full time:
 * they are what the run tests.
 *
 * Skips locked rows: a frozen worker may hold them for as long as it is frozen.
 */
export async function hurry(db: DataSource): Promise<void> {
  await db.query(
    `UPDATE delivery_batch SET due_at = now() + interval '15 seconds' WHERE id IN (
       SELECT id FROM delivery_batch WHERE worker IS NULL AND due_at > now() + interval '30 seconds'
       FOR UPDATE SKIP LOCKED)`,
  );
  await db.query(
    `UPDATE delivery x SET updated_at = x.updated_at - interval '2 minutes' FROM (
       SELECT broadcast_id, n FROM delivery
       WHERE status IN ('accepted', 'sent')
         AND updated_at BETWEEN now() - interval '2 minutes' AND now() - interval '30 seconds'
       FOR UPDATE SKIP LOCKED) silent
     WHERE x.broadcast_id = silent.broadcast_id AND x.n = silent.n`,
  );
}
