import type { Broadcast } from '../../api/answers.js';
import { numberOf } from '../report/report.js';

/** Why addresses with a phone have not had the message; undefined when only those without a phone have not. */
export function notHad({
  state,
  planned,
  report,
}: Pick<Broadcast, 'state' | 'planned' | 'report'>): 'cancelled' | 'expired' | undefined {
  if (planned === undefined) return undefined;
  if (state === 'cancelled') return 'cancelled';
  return numberOf(report, 'expired') > 0 ? 'expired' : undefined;
}
