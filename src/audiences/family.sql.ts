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

/**
 * The broadcasts that say what `text` said first, and the corrections of them. An extension with its own place and time
 * says something else. A condition on the rows of `broadcast`; null or false for the others.
 *
 * @param text a parameter with its type
 */
export const sameTextSql = (text: string): string => `(id = ${text}
    OR (root_id = (SELECT coalesce(f.root_id, f.id) FROM broadcast f WHERE f.id = ${text})
      AND ((relation = 'extension' AND coalesce(audience->>'saying', root_id::text) = ${text}::text)
        OR (relation = 'correction' AND audience->>'recipientsOf' = ${text}::text))))`;
