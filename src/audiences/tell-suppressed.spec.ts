import { tellSuppressed } from './tell-suppressed.js';

const area = { places: ['a'] };
const open = { quarantined: 3, 'household-has-mobile': 2, 'already-told': 7 };

describe('the numbers shown about phones left out', () => {
  it.each([
    ['nobody', {}],
    ['one objection', { objection: 1 }],
    ['one protected identity', { 'protected-identity': 1 }],
    ['many of both', { objection: 200, 'protected-identity': 50 }],
  ])('are the same with %s', (_name, secret) => {
    expect(tellSuppressed(area, { ...open, ...secret })).toEqual(open);
  });

  it('are empty for recipients of an earlier alert, whose number is known', () => {
    const audience = { recipientsOf: 'x' };
    expect(tellSuppressed(audience, { ...open, 'protected-identity': 1 })).toEqual({});
  });
});
