/**
 * SQL that tells whether a phone is a protected identity at any address. One register may not know what another knows,
 * and the mark of some phones can't be read in their register (`guarded_by`). It is an index lookup, for one phone.
 *
 * @param phone an SQL expression for the number
 */
export const isProtectedSql = (phone: string): string =>
  `(EXISTS (SELECT FROM phone_address hidden WHERE hidden.phone = ${phone} AND hidden.protected)
      OR EXISTS (SELECT FROM phone unclear WHERE unclear.e164 = ${phone} AND unclear.guarded_by <> '{}'))`;

/** All protected phones, for a hash. */
export const protectedPhonesSql = `SELECT phone FROM phone_address WHERE protected
  UNION ALL SELECT e164 FROM phone WHERE guarded_by <> '{}'`;
