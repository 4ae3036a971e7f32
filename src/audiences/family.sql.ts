/**
 * A broadcast's family, whose recipients count together: itself, what extended it, and what corrected it. A condition on
 * the rows of `broadcast`; their root has an index.
 *
 * @param broadcast a parameter with its type; a follow-up's id or that of a first alert
 */
export const familyOfSql = (broadcast: string): string => `(id = ${broadcast}
    OR (root_id = ${broadcast} AND relation IN ('extension', 'correction'))
    OR (root_id = (SELECT f.root_id FROM broadcast f WHERE f.id = ${broadcast}) AND relation = 'correction'
      AND audience->>'recipientsOf' = ${broadcast}::text))`;
