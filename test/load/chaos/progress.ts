import type { DataSource } from 'typeorm';

/** Looking must not be what the run is about: at most this share of the time is spent on it. */
const maxTimeShare = 1 / 20;
let known = 0;
let lookAt = 0;

/** How much of what will be sent no longer waits to be, 0–1; the last known while the database is away. */
export async function sentShare(db: DataSource, deliveries: number): Promise<number> {
  const began = performance.now();
  if (began < lookAt) return known;
  try {
    const [row] = await db.query<{ sent: number }[]>(
      `SELECT count(*)::int AS sent FROM delivery WHERE status <> 'planned'`,
    );
    known = Math.min(1, (row?.sent ?? 0) / deliveries);
  } catch {
    // It is being restarted.
  }
  const now = performance.now();
  lookAt = now + (now - began) / maxTimeShare;
  return known;
}
