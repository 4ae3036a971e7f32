import type { Broadcast } from '../../api/answers.js';
import { numberOf } from '../report/report.js';

/** Why addresses that a phone could reach have not had the message; undefined where only those without a phone have not. */
export function notHad({
  state,
  planned,
  report,
}: Pick<Broadcast, 'state' | 'planned' | 'report'>): 'cancelled' | 'expired' | undefined {
  if (planned === undefined) return undefined;
  if (state === 'cancelled') return 'cancelled';
  return numberOf(report, 'expired') > 0 ? 'expired' : undefined;
}
