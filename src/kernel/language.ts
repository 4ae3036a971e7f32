/** Languages of the product's own pages and refusals. */
export const interfaceLanguages = ['sv', 'en'] as const;
export type InterfaceLanguage = (typeof interfaceLanguages)[number];

/**
 * Languages that forms offer for messages: to write one in, and to receive one in. A register may contain others. A
 * phone in a language that a message is not written in gets its first text.
 */
export const messageLanguages = ['sv', 'en', 'fi', 'se', 'ar', 'so'] as const;
export type MessageLanguage = (typeof messageLanguages)[number];

/** Languages that a call can be held in: we have the words for its opening and its keys. Each also needs a voice. */
export const spokenLanguages = ['sv', 'en', 'fi', 'ar'] as const;
export type SpokenLanguage = (typeof spokenLanguages)[number];

/** The interface language for somebody who gets messages in the given language: Swedish when we do not have theirs. */
export const interfaceLanguageFor = (language: string | undefined): InterfaceLanguage =>
  interfaceLanguages.find((each) => each === language) ?? 'sv';

/** The best interface language for an `Accept-Language` header (RFC 9110 §12.5.4); Swedish when none fits. */
export function preferredLanguage(accept: string | undefined): InterfaceLanguage {
  const wanted = (accept ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().toLowerCase().split(';');
      const q = parameters.map((p) => /^\s*q=([\d.]+)$/.exec(p)?.[1]).find(Boolean);
      return { language: tag.split('-')[0], q: q === undefined ? 1 : Number(q) };
    })
    .filter(({ q }) => q > 0)
    .sort((a, b) => b.q - a.q);
  for (const { language } of wanted) {
    const known = interfaceLanguages.find((l) => l === language);
    if (known) return known;
  }
  return 'sv';
}
