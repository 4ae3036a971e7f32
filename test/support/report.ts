import type { z } from 'zod';
import type { ReportAnswer } from '../../src/broadcasts/report-answers.js';

type Report = z.infer<typeof ReportAnswer>;

/** A report whose figures are 0, except for `parts`. */
export const aReport = (parts: Partial<Report>): Report => ({
  planned: 0,
  suppressed: 0,
  pending: 0,
  sending: 0,
  accepted: 0,
  sent: 0,
  delivered: 0,
  undelivered: 0,
  failed: 0,
  rejected: 0,
  noReceipt: 0,
  inDoubt: 0,
  unknown: 0,
  cancelled: 0,
  expired: 0,
  reasons: {},
  ...parts,
});
