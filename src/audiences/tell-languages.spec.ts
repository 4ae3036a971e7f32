import type { RecipientCount } from './audience-counts.js';
import { byLanguage, tellLanguages } from './tell-languages.js';

const area = { places: ['a'] };
const follow = { recipientsOf: 'x' };
const count = (language: string, phones: number, suppressed: RecipientCount['suppressed'] = null) =>
  ({ language, phones, suppressed, channel: 'sms' }) as const;

describe('the languages shown of an audience', () => {
  it.each(['protected-identity', 'objection', 'quarantined', 'household-has-mobile'] as const)(
    'never include a phone that is left out: %s',
    (reason) => {
      const shown = tellLanguages(area, [count('sv', 3), count('ar', 1, reason)]);
      expect(shown).toEqual([{ language: 'sv', phones: 3, channel: 'sms' }]);
    },
  );

  it('of who had an earlier broadcast, stay the same when one of them becomes secret', () => {
    const before = byLanguage(tellLanguages(follow, [count('sv', 3), count('ar', 1)]));
    const after = byLanguage(tellLanguages(follow, [count('sv', 3), count('ar', 1, 'protected-identity')]));
    expect(after).toEqual(before);
  });

  it('are summed over channels, the largest first', () => {
    expect(byLanguage([count('fi', 1), count('sv', 3), { ...count('fi', 4), channel: 'voice' }])).toEqual([
      { language: 'fi', phones: { mobile: 1, landline: 4 } },
      { language: 'sv', phones: { mobile: 3, landline: 0 } },
    ]);
  });
});
