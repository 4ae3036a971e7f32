import { namesIn } from './time-names.js';

/** The placeholder of the end of what a template is about. Only an end may be open. */
export const endGap = 'till';

/** What people type for an end that nobody knows, in small letters. Also what {@link openEndTyped} gives. */
const openEnd = new RegExp(
  `^(?:${[
    '(?:gäller |pågår )?tills ?vidare',
    '(?:ännu )?okän[td]( tid)?( än(nu)?)?|(?:det är |ännu )?oklart( när)?( än(nu)?)?',
    '(?:vi |ingen )?vet( vi)?( inte| ej)?( när)?( än(nu)?)?|(?:ännu )?(?:inte|ej) (?:känt|känd|klart)( än(nu)?)?',
    '(?:until )?further notice|unknown( yet)?|unclear|tb[dc]',
    "(?:we |nobody )?(?:do not |don[\u2019']t )?knows?( when)?( yet)?|not (?:yet )?known( yet)?",
    'toistaiseksi|(?:ei vielä|ei) tiedossa( vielä)?|tuntematon|emme tiedä( vielä)?',
    'eat dieđe( vel)?',
    '(?:حتى )?إشعار آخر|غير معروف( بعد)?|لا نعرف( بعد)?',
    '(?:ilaa )?ogeysiis dambe|(?:weli )?lama oga',
    '\\?+',
  ].join('|')})$`,
  'u',
);

/** @param text in small letters, with single spaces and no full stop */
export const isOpenEnd = (text: string): boolean =>
  openEnd.test(text) || openEnd.test(text.replace(/^(?:till|until|to) /u, ''));

/** What stands in the field of an open end, in the language of a text. `readTime` reads it. */
export const openEndTyped = (language: string): string =>
  ({ sv: 'tills vidare', en: 'until further notice' })[language] ?? openIn(language);

const openIn = (language: string): string => namesIn(language)?.open ?? namesIn('en')!.open;

interface Joint {
  /** The gap, with the words before it that make no sense before an open end. */
  readonly joint: RegExp;
  readonly says: string;
}

const afterWord = '(?<=[\\p{L}\\p{N}\\]])';

/** "från 8 till [till]" is "från 8 tills vidare", but what is "tillbaka [till]" is not back until further notice. */
const joints: Readonly<Record<string, readonly Joint[]>> = {
  sv: [
    { joint: /(?<!\p{L})(?:fram )?([Tt])ill \[till\]/gu, says: '$1ills vidare' },
    { joint: / ?[–-] ?\[till\]/gu, says: ' tills vidare' },
    {
      joint: new RegExp(`${afterWord} (?:senast |kl\\.? |klockan )*\\[till\\]`, 'gu'),
      says: ', men vi vet inte när än',
    },
  ],
  en: [
    { joint: /(?<!\p{L})(?:to|until|till) \[till\]/gu, says: 'until further notice' },
    { joint: /(?<!\p{L})Until \[till\]/gu, says: 'Until further notice' },
    { joint: / ?[–-] ?\[till\]/gu, says: ' until further notice' },
    { joint: new RegExp(`${afterWord} (?:by |at )*\\[till\\]`, 'gu'), says: ', but we do not know when yet' },
  ],
};

/**
 * The text of a template with an open end in place of the gap of its end.
 *
 * @param language of the text, ISO 639
 */
export function withOpenEnd(template: string, language: string): string {
  const open = openIn(language);
  const own = Object.hasOwn(joints, language) ? joints[language]! : [];
  const joined = own.reduce((text, { joint, says }) => text.replace(joint, says), template);
  // After a word a language whose grammar we do not know gets it in brackets, after a colon as it is.
  return joined
    .replace(new RegExp(`${afterWord} \\[${endGap}\\]`, 'gu'), ` (${open})`)
    .replaceAll(`[${endGap}]`, open);
}
