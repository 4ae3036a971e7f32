/**
 * Whether an incident is over by what was said: the rule of `called-off.ts`. Never null.
 *
 * @param root SQL: the incident's first broadcast
 */
export const calledOffSql = (root: string): string => `coalesce((
    SELECT w.goes_on IS NOT TRUE FROM broadcast w
    WHERE w.root_id = ${root} AND w.planned IS NOT NULL
      AND (w.goes_on OR (w.state <> 'cancelled' AND (w.relation = 'all-clear' OR w.goes_on IS NOT NULL)))
    ORDER BY w.decided_at DESC, w.id DESC LIMIT 1), false)`;
