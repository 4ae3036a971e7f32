import type { PhoneRowFault } from '../phone-row.js';

/** What a delivery did, as it is stored: sums only, no row and no number. */
export interface KeptReport {
  readonly rows: number;
  readonly phones: number;
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly removed: number;
  readonly refused: Readonly<Partial<Record<PhoneRowFault, number>>>;
}

export interface SourceDelivery {
  readonly source: string;
  readonly addressSource: string;
  readonly at: Date;
  /** The command that brought it. */
  readonly by: string;
  readonly report: KeptReport;
}
