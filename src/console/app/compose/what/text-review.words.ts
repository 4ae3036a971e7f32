import type { Wording } from '../../../../kernel/refusal.js';
import type { ReviewedText } from '../../api/answers.js';

export const verdictWords: Record<NonNullable<ReviewedText['readability']['verdict']>, Wording> = {
  'very-easy': { sv: 'mycket lätt', en: 'very easy' },
  easy: { sv: 'lätt', en: 'easy' },
  medium: { sv: 'medelsvår', en: 'medium' },
  hard: {
    sv: 'svår. Korta meningar och vanliga ord hjälper',
    en: 'hard. Short sentences and common words help',
  },
  'very-hard': {
    sv: 'mycket svår. Korta meningar och vanliga ord hjälper',
    en: 'very hard. Short sentences and common words help',
  },
};

export const words = {
  verdict: { sv: 'Läsbarhet: {verdict} (LIX {lix}).', en: 'Readability: {verdict} (LIX {lix}).' },
  gaps: { sv: 'Fyll i: {gaps}.', en: 'Fill in: {gaps}.' },
  hardWords: { sv: 'Svåra ord: {words}.', en: 'Hard words: {words}.' },
} satisfies Record<string, Wording>;

export const counted = {
  long: {
    one: { sv: '{n} lång mening.', en: '{n} long sentence.' },
    other: { sv: '{n} långa meningar.', en: '{n} long sentences.' },
  },
} satisfies Record<string, { one: Wording; other: Wording }>;
