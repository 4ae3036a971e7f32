/**
 * Keeps what an address was until now, within the statement that changes it. One that has only just become what it is
 * was nothing else before.
 *
 * @param from what to select from; names the address `a`
 * @param now the parameter that says when it changes
 */
export const keepingPast = (from: string, now: string): string =>
  `INSERT INTO address_past (address_id, property_id, street, number, postal_code, locality, point, valid_from, valid_to)
   SELECT a.id, a.property_id, a.street, a.number, a.postal_code, a.locality, a.point, a.valid_from,
          coalesce(a.valid_to, ${now})
   FROM ${from} WHERE a.valid_from < coalesce(a.valid_to, ${now})`;
