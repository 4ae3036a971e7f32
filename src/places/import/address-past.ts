/**
 * SQL that keeps the former state of an address, within the statement that changes it. An address that got its present
 * state at the same time has no former state.
 *
 * @param from the FROM list; it names the address `a`
 * @param now the parameter that holds the time of the change
 */
export const keepingPast = (from: string, now: string): string =>
  `INSERT INTO address_past (address_id, property_id, street, number, postal_code, locality, point, valid_from, valid_to)
   SELECT a.id, a.property_id, a.street, a.number, a.postal_code, a.locality, a.point, a.valid_from,
          coalesce(a.valid_to, ${now})
   FROM ${from} WHERE a.valid_from < coalesce(a.valid_to, ${now})`;
