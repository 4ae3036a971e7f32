/**
 * Whether a phone is a protected identity, wherever it is: one register may not know what another does, and of some the
 * mark in a register can't be read (`guarded_by`). Looked up by index, for one phone.
 *
 * @param phone an expression: the number
 */
export const isProtectedSql = (phone: string): string =>
  `(EXISTS (SELECT FROM phone_address hidden WHERE hidden.phone = ${phone} AND hidden.protected)
      OR EXISTS (SELECT FROM phone unclear WHERE unclear.e164 = ${phone} AND unclear.guarded_by <> '{}'))`;

/** All of them, for a hash. */
export const protectedPhonesSql = `SELECT phone FROM phone_address WHERE protected
  UNION ALL SELECT e164 FROM phone WHERE guarded_by <> '{}'`;
