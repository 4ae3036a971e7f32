import type { Wording } from '../kernel/refusal.js';

const byReply: Wording = { sv: 'Svara STOPP för att avsluta.', en: 'Reply STOP to unsubscribe.' };
const byLink: Wording = { sv: 'Avsluta: {link}', en: 'Unsubscribe: {link}' };

/**
 * A topic's text with the way out on its last line, once. Nobody can reply to a sender name, so where the sender
 * is one, a short link must be given (RULES.md "SMS").
 *
 * @param language of the text, ISO 639; any but Swedish gets the English wording
 * @param link where to stop, when the sender takes no replies
 */
export function withStopInstruction(text: string, language: string, link?: string): string {
  const wording = link === undefined ? byReply : byLink;
  const instruction = wording[language === 'sv' ? 'sv' : 'en'].replace('{link}', () => link ?? '');
  const body = text.trimEnd();
  if (body.endsWith(instruction)) return body;
  return body === '' ? instruction : `${body}\n${instruction}`;
}
