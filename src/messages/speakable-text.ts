import type { InterfaceLanguage } from '../kernel/language.js';

interface Speech {
  readonly abbreviations: readonly (readonly [pattern: RegExp, words: string])[];
  readonly to: string;
  readonly dot: string;
  readonly slash: string;
  readonly dash: string;
  readonly and: string;
}

const speeches: Record<InterfaceLanguage, Speech> = {
  sv: {
    abbreviations: [
      [/(?<!\p{L})kl\.? ?(?=\d)/giu, 'klockan '],
      [/(?<!\p{L})fr\.? ?o\.? ?m\.?(?!\p{L})/giu, 'från och med'],
      [/(?<!\p{L})t\.? ?o\.? ?m\.?(?!\p{L})/giu, 'till och med'],
      [/(?<!\p{L})t\.? ?ex\.?(?!\p{L})/giu, 'till exempel'],
      [/(?<!\p{L})bl\.? ?a\.?(?!\p{L})/giu, 'bland annat'],
      [/(?<!\p{L})o\.? ?s\.? ?v\.?(?!\p{L})/giu, 'och så vidare'],
      [/(?<!\p{L})m\.m\.?(?!\p{L})/giu, 'med mera'],
      [/(?<!\p{L})tfn\.?|(?<!\p{L})tel\.?(?!\p{L})/giu, 'telefon'],
      [/(?<!\p{L})ca\.?(?!\p{L})/giu, 'cirka'],
      [/(?<!\p{L})ev\.(?!\p{L})/giu, 'eventuellt'],
      [/(?<!\p{L})nr\.?(?!\p{L})/giu, 'nummer'],
      [/(?<=\d) ?tim\.?(?!\p{L})/giu, ' timmar'],
      [/(?<=\d) ?min\.?(?!\p{L})/giu, ' minuter'],
    ],
    to: 'till',
    dot: 'punkt',
    slash: 'snedstreck',
    dash: 'bindestreck',
    and: 'och',
  },
  en: {
    abbreviations: [
      [/\be\.g\.?(?!\p{L})/giu, 'for example'],
      [/\bi\.e\.?(?!\p{L})/giu, 'that is'],
      [/\bapprox\.?(?!\p{L})/giu, 'approximately'],
      [/\btel\.(?!\p{L})/giu, 'telephone'],
      [/\bno\. ?(?=\d)/giu, 'number '],
      [/(?<=\d) ?min\.?(?!\p{L})/giu, ' minutes'],
    ],
    to: 'to',
    dot: 'dot',
    slash: 'slash',
    dash: 'dash',
    and: 'and',
  },
};

const link =
  /\b(?:https?:\/\/)?(?:www\.)?((?:[\p{L}\d-]+\.)+(?:se|nu|com|org|net|eu|info))((?:\/[\p{L}\d_.~%-]*[\p{L}\d_~%-])*)\/?(?![\p{L}\d])/giu;

// Swedish numbers as people write them: a leading 0 or +46, then groups. Five digits or more, so no time or amount.
const phone = /(?<![\p{L}\d.,-])(?:\+46|0)\d{0,4}(?:[ -]?\d{2,3}){2,4}(?![\d-])/gu;

const clockTime = /(?<![\d.])([01]?\d|2[0-3])\.([0-5]\d)(?!\.?\d)/gu;

const capitalWord = /(?<!\p{L})\p{Lu}{5,}(?!\p{L})/gu;

/**
 * A message's text made fit to be spoken by a synthetic voice: abbreviations written out, times and links in words,
 * telephone numbers digit by digit in their groups, lines as sentences. Modest by intent: what it doesn't know stays.
 */
export function speakableText(text: string, language: InterfaceLanguage): string {
  const speech = speeches[language];
  let spoken = text
    .replace(link, (_whole, host: string, path: string) => speakLink(host + path, speech))
    .replace(phone, (number) => speakDigits(number));
  for (const [pattern, words] of speech.abbreviations) spoken = spoken.replace(pattern, words);
  // In English a point between digits is a decimal.
  if (language === 'sv') spoken = spoken.replace(clockTime, '$1:$2');
  return (
    spoken
      // Not within a date (2026-11-23) or a property's name.
      .replace(
        /(?<![\d-]|\d[.:])(\d{1,2}(?:[.:]\d{2})?) ?- ?(\d{1,2}(?:[.:]\d{2})?)(?![\d-])/gu,
        (_whole, from: string, until: string) => `${from} ${speech.to} ${until}`,
      )
      // A voice may spell out what is all capitals; short ones (VMA, SOS) are meant to be spelt.
      .replace(capitalWord, (word) => word.charAt(0) + word.slice(1).toLowerCase())
      .replace(/ ?& ?/g, ` ${speech.and} `)
      .replace(/[\p{Extended_Pictographic}\ufe0f\u200d]/gu, '')
      .replace(/[ \t]*\n+[-* ]*/g, '\n')
      .replace(/([^.!?:,;\n])\n/g, '$1.\n')
      .replace(/\s+/g, ' ')
      .trim()
  );
}

function speakLink(address: string, { dot, slash, dash }: Speech): string {
  return address
    .replace(/\./g, ` ${dot} `)
    .replace(/\//g, ` ${slash} `)
    .replace(/-/g, ` ${dash} `)
    .replace(/ +/g, ' ')
    .trim();
}

const speakDigits = (number: string): string =>
  number
    .split(/[ -]+/)
    .map((group) => Array.from(group.replace('+', '')).join(' '))
    .map((group, at) => (at === 0 && number.startsWith('+') ? `plus ${group}` : group))
    .join(', ');
