import type { DataSource } from 'typeorm';

/** At most this share of the time is spent on counting, so that it does not dominate the run. */
const maxTimeShare = 1 / 20;
let known = 0;
let lookAt = 0;

/** Share of the deliveries that are no longer `planned`, 0–1; the last known value while the database is down. */
export async function sentShare(db: DataSource, deliveries: number): Promise<number> {
  const began = performance.now();
  if (began < lookAt) return known;
  try {
    const [row] = await db.query<{ sent: number }[]>(
      `SELECT count(*)::int AS sent FROM delivery WHERE status <> 'planned'`,
    );
    known = Math.min(1, (row?.sent ?? 0) / deliveries);
  } catch {
    // The database is being restarted.
  }
  const now = performance.now();
  lookAt = now + (now - began) / maxTimeShare;
  return known;
}
