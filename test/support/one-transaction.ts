import { AsyncLocalStorage } from 'node:async_hooks';
import type { DataSource, EntityManager } from 'typeorm';

type Work = (tx: EntityManager) => Promise<unknown>;

/**
 * Refuses every statement outside a transaction while the same call has one open: a `tx` that was not passed on. Such a
 * statement does not see what the transaction wrote, outlives its rollback, and on the embedded session waits for itself.
 * So each test of a use case is also a test of this.
 */
export function requireOneTransaction(db: DataSource): void {
  const current = new AsyncLocalStorage<{ open: boolean }>();
  const { manager } = db;
  const transaction = manager.transaction.bind(manager) as (...given: unknown[]) => Promise<unknown>;
  const inside = (work: Work): Work => {
    return (tx) => {
      const state = { open: true };
      return current.run(state, () => work(tx).finally(() => (state.open = false)));
    };
  };
  manager.transaction = (...given: unknown[]) =>
    transaction(...given.map((one) => (typeof one === 'function' ? inside(one as Work) : one)));
  const createQueryRunner = db.createQueryRunner.bind(db);
  db.createQueryRunner = (mode) => {
    if (current.getStore()?.open) throw new Error('a statement outside the open transaction: pass `tx` on');
    return createQueryRunner(mode);
  };
}
