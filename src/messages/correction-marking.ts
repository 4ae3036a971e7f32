import { messageLanguages, type MessageLanguage } from '../kernel/language.js';

const openings: Readonly<Record<MessageLanguage, string>> = {
  sv: 'Rättelse:',
  en: 'Correction:',
  fi: 'Korjaus:',
  se: 'Divvun:',
  ar: 'تصحيح:',
  so: 'Sixitaan:',
};

// Like an exercise, in Swedish too for people around the reader who know only Swedish.
const otherOpening = 'Rättelse/Correction:';

/** The mark of an exercise, which stays first. */
const exerciseFirst = /^\s*ÖVNING(?!\p{L})[\s./]*(?:(?:ÖVNING|EXERCISE)(?!\p{L})[\s.]*)?/u;

/**
 * Marks a text as a correction at its beginning. A text that says so already is left as it is, whatever the case of its
 * letters.
 *
 * @param language of the text, ISO 639
 */
export function markCorrection(text: string, language: string): string {
  const [exercise, rest] = split(text);
  return opens(rest, language) ? text : `${exercise}${openingIn(language)} ${rest.trimStart()}`.trimEnd();
}

/** The text without the mark: for people who never had the wrong text. */
export function unmarkCorrection(text: string, language: string): string {
  const [exercise, rest] = split(text);
  return opens(rest, language)
    ? `${exercise}${rest.trimStart().slice(openingIn(language).length).trimStart()}`
    : text;
}

const openingIn = (language: string): string => {
  const known = messageLanguages.find((each) => each === language);
  return known ? openings[known] : otherOpening;
};

const opens = (text: string, language: string): boolean => {
  const opening = openingIn(language);
  return text.trimStart().slice(0, opening.length).toLowerCase() === opening.toLowerCase();
};

function split(text: string): readonly [exercise: string, rest: string] {
  const exercise = exerciseFirst.exec(text)?.[0] ?? '';
  return [exercise, text.slice(exercise.length)];
}
