import { messageLanguages, type MessageLanguage } from '../kernel/language.js';

const openings: Readonly<Record<MessageLanguage, string>> = {
  sv: 'Mer:',
  en: 'More:',
  fi: 'Lisää:',
  se: 'Eanet:',
  ar: 'المزيد:',
  so: 'Faahfaahin:',
};

const openingIn = (language: string): string => {
  const known = messageLanguages.find((each) => each === language);
  return openings[known ?? 'en'];
};

const codeLength = 6;

/** Without letters and digits that look alike. Lower case, so that they are typed quickly. */
export const pageCodeAlphabet = '23456789abcdefghjkmnpqrstuvwxyz';

/** A code of the right length, for counting before there is one. */
export const exampleCode = pageCodeAlphabet.slice(-codeLength);

/** @param pick gives a number from 0 and less than its argument, at random */
export const newPageCode = (pick: (below: number) => number): string =>
  Array.from({ length: codeLength }, () => pageCodeAlphabet[pick(pageCodeAlphabet.length)]).join('');

const codePattern = `[2-9a-z]{${codeLength}}`;
const wholeCode = new RegExp(`^${codePattern}$`, 'u');
const shortAddressAtEnd = new RegExp(`/a/${codePattern}$`, 'u');

/** Whether it can be a code. What a visitor types can be anything. */
export const isPageCode = (text: string): boolean => wholeCode.test(text);

/** The short address of an incident's page. */
export const shortAddress = (publicUrl: string, code: string): string => `${publicUrl}/a/${code}`;

/**
 * A text with the short address of its page on its last line, once.
 *
 * @param language of the text, ISO 639
 */
export function withPageLink(text: string, language: string, address: string): string {
  const line = `${openingIn(language)} ${address}`;
  const body = text.trimEnd();
  return body.endsWith(line) ? body : `${body}\n${line}`.trimStart();
}

/** The text without it, whatever the address. */
export function withoutPageLink(text: string, language: string): string {
  const at = text.lastIndexOf('\n');
  const last = text.slice(at + 1);
  return at >= 0 && last.startsWith(`${openingIn(language)} http`) && shortAddressAtEnd.test(last)
    ? text.slice(0, at)
    : text;
}
