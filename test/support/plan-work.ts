import type { EntityManager } from 'typeorm';

interface PlanNode {
  readonly 'Actual Rows': number;
  readonly 'Actual Loops': number;
  readonly 'Rows Removed by Filter'?: number;
  readonly 'Rows Removed by Join Filter'?: number;
  readonly Plans?: readonly PlanNode[];
}

/** How many rows all steps of a statement had in hand, together. */
const rowsVisited = (node: PlanNode): number =>
  (node['Actual Rows'] + (node['Rows Removed by Filter'] ?? 0) + (node['Rows Removed by Join Filter'] ?? 0)) *
    node['Actual Loops'] +
  (node.Plans ?? []).reduce((sum, plan) => sum + rowsVisited(plan), 0);

/** Measures the statements of a transaction by the rows they visit, which no busy machine makes more of. */
export class PlanWork {
  visited = 0;

  /** Stands in for a transaction: what it is asked is done, and nothing but a plan is answered. */
  measuring(tx: EntityManager): EntityManager {
    const query = async (text: string, parameters?: unknown[]): Promise<unknown> => {
      if (!/^\s*(WITH|INSERT)/.test(text)) return tx.query(text, parameters);
      const [{ 'QUERY PLAN': plans }] = await tx.query<[{ 'QUERY PLAN': [{ Plan: PlanNode }] }]>(
        `EXPLAIN (ANALYZE, TIMING OFF, FORMAT JSON) ${text}`,
        parameters,
      );
      this.visited += rowsVisited(plans[0].Plan);
      return [];
    };
    return new Proxy(tx, { get: (tx, name) => (name === 'query' ? query : Reflect.get(tx, name)) });
  }
}
