/** Why a text was refused, as the report has it: the owner of the phone told the sender to stop. */
export const optedOut = 'opted-out';

/**
 * If a mobile opted out of the alert's sender, its household must still get the alert. So the landline that was left
 * out because of the mobile is planned. The household may then get both a call and a text to another mobile, which is
 * better than neither. Part of one statement, so that the report adds up at every moment. Safe to repeat, because a
 * planned delivery is no longer suppressed.
 *
 * Deliveries are looked up by their key, one by one behind OFFSET 0: the planner assumes one row for a new broadcast.
 *
 * @param list name of a list of deliveries that just ended as opted out, with `broadcast_id` and `phone`
 * @returns common table expressions; the first is `landline`
 */
export const calledInsteadSql = (list: string): string => `
  landline AS MATERIALIZED (
    SELECT DISTINCT x.broadcast_id, x.n
    FROM ${list} o
    JOIN broadcast b ON b.id = o.broadcast_id AND b.kind = 'alert' AND b.state IN ('approved', 'sending', 'paused')
      AND b.expires_at > now()
    CROSS JOIN LATERAL (
      SELECT other.phone FROM phone_address own
      JOIN phone_address other ON other.address_id = own.address_id AND other.source = own.source
        AND other.household = own.household AND other.phone <> own.phone
      WHERE own.phone = o.phone OFFSET 0) home
    CROSS JOIN LATERAL (
      SELECT d.broadcast_id, d.n FROM delivery d
      WHERE d.broadcast_id = o.broadcast_id AND d.phone = home.phone AND d.channel = channel_of('landline')
        AND d.status = 'suppressed' AND d.reason = 'household-has-mobile' OFFSET 0) x),
  called_instead AS (
    UPDATE delivery x SET status = 'planned', reason = NULL, updated_at = now()
    FROM landline l WHERE x.broadcast_id = l.broadcast_id AND x.n = l.n AND x.status = 'suppressed'
    RETURNING x.broadcast_id, x.n, x.channel),
  called_instead_due AS (
    INSERT INTO delivery_batch (broadcast_id, channel, ns)
    SELECT broadcast_id, channel, array_agg(n ORDER BY n) FROM called_instead GROUP BY broadcast_id, channel),
  called_instead_noted AS (
    INSERT INTO delivery_event (broadcast_id, n, kind, detail)
    SELECT broadcast_id, n, 'called-instead', '{"reason": "${optedOut}"}' FROM called_instead)`;
