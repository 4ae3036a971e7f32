import type { Wording } from '../kernel/refusal.js';

const wording: Wording = { sv: 'Svara STOPP för att avsluta.', en: 'Reply STOP to unsubscribe.' };

/**
 * A topic's text with the stop instruction on its last line, once. Topic texts are sent from a number that takes
 * replies (docs/rules.md "SMS").
 *
 * @param language of the text, ISO 639; every language but Swedish gets the English wording
 */
export function withStopInstruction(text: string, language: string): string {
  const instruction = wording[language === 'sv' ? 'sv' : 'en'];
  const body = text.trimEnd();
  if (body.endsWith(instruction)) return body;
  return body === '' ? instruction : `${body}\n${instruction}`;
}
