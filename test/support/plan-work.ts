import type { EntityManager } from 'typeorm';

interface PlanNode {
  readonly 'Actual Rows': number;
  readonly 'Actual Loops': number;
  readonly 'Rows Removed by Filter'?: number;
  readonly 'Rows Removed by Join Filter'?: number;
  readonly Plans?: readonly PlanNode[];
}

/** The number of rows that all nodes of a plan processed. */
const rowsVisited = (node: PlanNode): number =>
  (node['Actual Rows'] + (node['Rows Removed by Filter'] ?? 0) + (node['Rows Removed by Join Filter'] ?? 0)) *
    node['Actual Loops'] +
  (node.Plans ?? []).reduce((sum, plan) => sum + rowsVisited(plan), 0);

/** Measures the statements of a transaction by the rows they visit. A busy machine does not change that number. */
export class PlanWork {
  visited = 0;

  /** Wraps a transaction. A statement is executed and its plan is measured, but it answers no rows. */
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
