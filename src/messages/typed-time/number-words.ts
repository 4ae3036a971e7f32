const words: Readonly<Record<string, number>> = {
  en: 1,
  ett: 1,
  två: 2,
  tre: 3,
  fyra: 4,
  fem: 5,
  sex: 6,
  sju: 7,
  åtta: 8,
  nio: 9,
  tio: 10,
  elva: 11,
  tolv: 12,
  a: 1,
  an: 1,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
};

/** Regular expression source for a number word from 1 to 12, in Swedish or English. */
export const numberWord = Object.keys(words).join('|');

/** The value of digits ("1,5" too) or of a number word. */
export const numberSaid = (text: string): number => words[text] ?? Number(text.replace(',', '.'));
