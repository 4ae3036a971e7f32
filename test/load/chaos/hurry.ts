import type { DataSource } from 'typeorm';

/**
 * Nobody waits for minutes in a run: for another try at a line that was busy (three) or a phone out of reach (fifteen),
 * or until the provider is asked about a receipt that never came (two). What has begun to wait has the rest of it taken
 * off; that the waits are as long as the rules have them is proved by the specs of the retries. Doubts wait their time:
 * that is what the run is about.
 *
 * Passes by what is locked: a frozen worker may hold it for as long as it is frozen.
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
