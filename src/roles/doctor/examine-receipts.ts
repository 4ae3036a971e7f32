import { ParkedReceiptsRepository } from '../../deliveries/ledger/parked-receipts.repository.js';
import type { Config } from '../../platform/config/config.js';
import { openDataSource } from '../../platform/database/data-source.js';
import { problem, ok, type Finding } from './finding.js';

/** Checks that all receipts of the provider could be applied to the ledger. */
export async function examineReceipts(config: Config): Promise<Finding[]> {
  const settings = { url: config.get('DATABASE_URL'), pool: 1, migrations: [] };
  const db = await openDataSource(settings).catch(() => undefined);
  // examineDatabase reports why the database does not answer, or which migrations are missing.
  if (!db) return [];
  try {
    const { parked, since, error } = await new ParkedReceiptsRepository(db).sum();
    if (parked === 0 || !since) return [ok('No receipt of the provider is put aside')];
    return [
      problem(
        `${parked === 1 ? 'A receipt' : `${parked} receipts`} of the provider could not be applied, since ${since.toISOString()} (${error})`,
        'Reports lack them. They are tried again each hour; if they stay, send the reason to the maintainers',
      ),
    ];
  } catch {
    return [];
  } finally {
    await db.destroy();
  }
}
