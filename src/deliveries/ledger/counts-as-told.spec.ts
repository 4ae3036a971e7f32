import { deliveryStatuses } from '../delivery.js';
import { countsAsTold, countsAsToldSql } from './counts-as-told.js';

describe('who has had a broadcast, or is about to', () => {
  it('is the same in a statement', () => {
    const named = [...countsAsToldSql('d').matchAll(/'([a-z-]+)'/g)].map(([, status]) => status);
    expect(countsAsToldSql('d')).toMatch(/^d\.status IN \(/);
    expect(named.sort()).toEqual(deliveryStatuses.filter((status) => countsAsTold[status]).sort());
  });
});
