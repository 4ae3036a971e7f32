import type { MigrationInterface, QueryRunner } from 'typeorm';

export class ReceiptSets1764000011000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      -- A row is a set of receipts that came together: what stands in one place of each array is of one receipt. Those
      -- that wait become sets of one.
      ALTER TABLE receipt_inbox
        ALTER broadcast_id TYPE uuid[] USING ARRAY[broadcast_id],
        ALTER n TYPE int[] USING ARRAY[n],
        ALTER token TYPE text[] USING ARRAY[token],
        ALTER provider_ref TYPE text[] USING ARRAY[provider_ref],
        ALTER status TYPE text[] USING ARRAY[status],
        ALTER reason TYPE text[] USING ARRAY[reason],
        ALTER reason SET NOT NULL,
        ALTER failure TYPE text[] USING ARRAY[failure],
        ALTER failure SET NOT NULL,
        ALTER sender_address TYPE text[] USING ARRAY[sender_address],
        ALTER sender_address SET NOT NULL;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      -- Before anything is counted, so that no set comes between what is taken apart and what is kept of it.
      LOCK TABLE receipt_inbox;
      WITH sets AS (DELETE FROM receipt_inbox RETURNING *)
      INSERT INTO receipt_inbox (received_at, broadcast_id, n, token, provider_ref, status, reason, failure, sender_address)
      SELECT s.received_at, ARRAY[r.broadcast_id], ARRAY[r.n], ARRAY[r.token], ARRAY[r.provider_ref], ARRAY[r.status],
        ARRAY[r.reason], ARRAY[r.failure], ARRAY[r.sender_address]
      FROM sets s
      CROSS JOIN unnest(s.broadcast_id, s.n, s.token, s.provider_ref, s.status, s.reason, s.failure, s.sender_address)
        WITH ORDINALITY AS r (broadcast_id, n, token, provider_ref, status, reason, failure, sender_address, place)
      ORDER BY s.id, r.place;
      ALTER TABLE receipt_inbox
        ALTER broadcast_id TYPE uuid USING broadcast_id[1],
        ALTER n TYPE int USING n[1],
        ALTER token TYPE text USING token[1],
        ALTER provider_ref TYPE text USING provider_ref[1],
        ALTER status TYPE text USING status[1],
        ALTER reason DROP NOT NULL,
        ALTER reason TYPE text USING reason[1],
        ALTER failure DROP NOT NULL,
        ALTER failure TYPE text USING failure[1],
        ALTER sender_address DROP NOT NULL,
        ALTER sender_address TYPE text USING sender_address[1];
    `);
  }
}
