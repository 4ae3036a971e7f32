import { deliveryStatuses } from '../delivery.js';
import { countsAsTold, countsAsToldSql } from './counts-as-told.js';

describe('which statuses count as told', () => {
  it('the SQL condition lists the same statuses as the table', () => {
    const named = [...countsAsToldSql('d').matchAll(/'([a-z-]+)'/g)].map(([, status]) => status);
    expect(countsAsToldSql('d')).toMatch(/^d\.status IN \(/);
    expect(named.sort()).toEqual(deliveryStatuses.filter((status) => countsAsTold[status]).sort());
  });
});
