import { deliveryStatuses } from '../delivery.js';
import { hadIt, hadItSql } from './had-it.js';

describe('who has had a broadcast, or is about to', () => {
  it('is the same in a statement', () => {
    const named = [...hadItSql('d').matchAll(/'([a-z-]+)'/g)].map(([, status]) => status);
    expect(hadItSql('d')).toMatch(/^d\.status IN \(/);
    expect(named.sort()).toEqual(deliveryStatuses.filter((status) => hadIt[status]).sort());
  });
});
