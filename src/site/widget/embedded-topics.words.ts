export const embeddedWords = {
  sv: { go: 'Fortsätt' },
  en: { go: 'Continue' },
} as const;
