import { discloseSuppressed } from './preview-audience.js';

describe('what is told of those left out', () => {
  it.each([
    ['nobody is left out', {}, {}],
    ['only objections', { objection: 1 }, { withheld: 1 }],
    ['only a few protected', { 'protected-identity': 1 }, { withheld: 1 }],
    [
      'objections and a few protected',
      { objection: 2, 'protected-identity': 4, quarantined: 3 },
      { withheld: 6, quarantined: 3 },
    ],
    ['five protected', { objection: 2, 'protected-identity': 5 }, { objection: 2, 'protected-identity': 5 }],
  ])('is right when %s', (_name, counts, told) => {
    expect(discloseSuppressed(counts)).toEqual(told);
  });

  it('is the same for one objection as for one protected identity', () => {
    expect(discloseSuppressed({ objection: 1 })).toEqual(discloseSuppressed({ 'protected-identity': 1 }));
  });
});
