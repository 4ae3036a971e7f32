import type { Wording } from '../../../../kernel/refusal.js';

export const words = {
  title: { sv: 'Sociala medier', en: 'Social media' },
  also: { sv: 'Publicera även på kommunens konton', en: 'Post it on the municipality’s accounts too' },
  post: { sv: 'Inlägg', en: 'Post' },
  postIn: { sv: 'Inlägg på {language}', en: 'Post in {language}' },
  suggested: {
    sv: 'Ett förslag ur texten till sidan. Ändra det om du vill. Länken till sidan läggs till sist.',
    en: 'Suggested from the text of the page. Change it if you like. The link to the page is added at the end.',
  },
  own: {
    sv: 'Din egen text. Länken till sidan läggs till sist.',
    en: 'Your own text. The link to the page is added at the end.',
  },
  asSuggested: { sv: 'Använd förslaget i stället', en: 'Use the suggestion instead' },
  fits: { sv: '{name}: {n} av {most} tecken', en: '{name}: {n} of {most} characters' },
  cut: {
    sv: '{name}: för långt. Det kortas efter en mening till {n} av {most} tecken.',
    en: '{name}: too long. It is cut after a sentence, to {n} of {most} characters.',
  },
} satisfies Record<string, Wording>;
