import type { SpokenLanguage } from '../../kernel/language.js';
import { arabicCalendar, englishCalendar, type CalendarWords } from './calendar-words.js';
import { englishMeasures, finnishMeasures, swedishMeasures, type MeasureWords } from './measure-words.js';

type Abbreviation = readonly [pattern: RegExp, words: string];

/** The words of one language for what a text writes with signs and abbreviations. */
export interface SpeechWords {
  /** Each pattern includes the context that makes it an abbreviation: "tom" alone is a word. */
  readonly abbreviations: readonly Abbreviation[];
  /** The word between the ends of a range. Without it a range stays as it is written. */
  readonly to?: string;
  readonly and: string;
  /** The word before a temperature below zero. */
  readonly minus: string;
  /** Units and shares. Without them they stay as they are written. */
  readonly measures?: MeasureWords;
  readonly calendar?: CalendarWords;
  /** Whether 13.15 is a time. In English it is a decimal. */
  readonly timesHavePoints: boolean;
  /** Words that mark the number after them as a phone number. */
  readonly phoneWords: RegExp;
  /** The words for signs in e-mail and web addresses. */
  readonly signs: Readonly<Record<AddressSign, string>>;
}

export type AddressSign = '.' | '/' | '-' | '@' | '_' | '?' | '=' | '&' | '#' | ':' | '%' | '+' | '~';

const swedishDay =
  'i ?(?:dag|morgon|övermorgon)|(?:mån|tis|ons|tors|fre|lör|sön)(?:dag|\\b)|jan|feb|mars|apr|maj|jun|jul|aug|sep|okt|nov|dec';

const weekdays = [
  ['mån', 'måndag'],
  ['tis', 'tisdag'],
  ['ons', 'onsdag'],
  ['tors?', 'torsdag'],
  ['fre', 'fredag'],
  ['lör', 'lördag'],
  ['sön', 'söndag'],
] as const;
const shortDay = weekdays.map(([short]) => short).join('|');
// Before a number, an hour or another day, or after a day and a dash.
const shortDays = weekdays.map(([short, long]): Abbreviation => [
  new RegExp(
    `(?<!\\p{L})${short}\\.?(?= \\d| kl(?!\\p{L})| ?- ?(?:${shortDay})(?:dag)?(?!\\p{L}))|` +
      `(?<=(?<!\\p{L})(?:${shortDay})(?:dag)? ?- ?)${short}(?!\\p{L})`,
    'giu',
  ),
  long,
]);

const svMonth =
  'jan(?:uari)?|feb(?:ruari)?|mars|apr(?:il)?|maj|juni?|juli?|aug(?:usti)?|sept?(?:ember)?|okt(?:ober)?|nov(?:ember)?|dec(?:ember)?';
const svDate = `(?:\\d{1,2}(?:/\\d| (?:${svMonth})(?!\\p{L}))|\\d{4}-\\d|(?:${shortDay})(?:dag)?(?!\\p{L}))`;

const sv: SpeechWords = {
  abbreviations: [
    ...shortDays,
    [new RegExp(`(?<!\\p{L})fr(?:o|\\. ?o\\. ?)m\\.(?= ${svDate})`, 'giu'), 'från och med'],
    [
      new RegExp(
        `(?<!\\p{L}|(?<!\\p{L})(?:är|var|blir|blev|står|helt|nästan|halv) )tom\\.(?= ${svDate})`,
        'giu',
      ),
      'till och med',
    ],
    [/(?<!\p{L})(?:m\. ?a\. ?o\b\.?|mao(?!\p{L})\.?|m a o(?!\p{L}))/giu, 'med andra ord'],
    [/(?<!\p{L})(?:m\. ?h\. ?a\b\.?|mha(?!\p{L})\.?)/giu, 'med hjälp av'],
    [/(?<!\p{L})(?:f\. ?n\b|fn(?!\p{L}))(?:\.(?! \p{Lu}))?/gu, 'för närvarande'],
    [/(?<!\p{L})f\. ?d\.(?= \p{L})/gu, 'före detta'],
    [/(?<!\p{L})o\. ?d(?:yl)?(?=\.)(?:\.(?! \p{Lu}))?/gu, 'och dylikt'],
    [/(?<!\p{L})e\. ?d(?:yl)?(?=\.)(?:\.(?! \p{Lu}))?/gu, 'eller dylikt'],
    [/(?<!\p{L})i st\. ?f(?:ör\b|\.)/giu, 'i stället för'],
    [/(?<!\p{L})etc(?!\p{L})(?:\.(?! \p{Lu}))?/giu, 'et cetera'],
    [/(?<!\p{L})enl\.(?= \p{L})/giu, 'enligt'],
    [/(?<!\p{L})alt\.(?= \p{Ll})/giu, 'alternativt'],
    [/(?<!\p{L})c:a(?!\p{L})/giu, 'cirka'],
    // After a staircase or a house number, "t.v." is the door on the left.
    [/(?<![\p{L}\d]|\d |(?<!\p{L})tr\.? )t\. ?v(?=\.)(?:\.(?! \p{Lu}))?/gu, 'tills vidare'],
    [/(?<!\p{L})vxl\.?(?=:? ?[\d+(])/giu, 'växel'],
    [/(?<!\p{L})rv\.? ?(?=\d{1,3}(?!\d))/giu, 'riksväg '],
    [/(?<!\p{L})lv\.? ?(?=\d{3}(?!\d))/giu, 'länsväg '],
    // Before a name, "kv." is a block of houses. Before a number, it is a quarter of a year.
    [/(?<!\p{L})kv\.? (?=\p{Lu}\p{Ll})/giu, 'kvarteret '],
    [/(?<!\p{L})kv\.? ?(?=[1-4](?!\d))/giu, 'kvartal '],
    [/(?<=\d ?)f(?:m(?!\p{L})|\.m(?=\.)(?:\.(?! \p{Lu}))?)/gu, ' på förmiddagen'],
    [/(?<=\d ?)e(?:m(?!\p{L})|\.m(?=\.)(?:\.(?! \p{Lu}))?)/gu, ' på eftermiddagen'],
    [/(?<![\d.,:])1 ?st(?!\p{L})\.?(?! \p{Lu})/gu, '1 styck'],
    [/(?<=\d) ?st(?!\p{L})(?:\.(?! \p{Lu}))?(?! \p{Lu})/gu, ' stycken'],
    [/(?<!\p{L})kl[.:]? ?(?=\d)/giu, 'klockan '],
    [/(?<!\p{L})(?:fr\. ?o\. ?m\b\.?|fr o m(?!\p{L}))/giu, 'från och med'],
    [/(?<!\p{L})(?:t\. ?o\. ?m\b\.?|t o m(?!\p{L}))/giu, 'till och med'],
    [new RegExp(`(?<!\\p{L})from(?= (?:\\d|kl\\b|${swedishDay}))`, 'giu'), 'från och med'],
    // In "Tanken är tom fredag" the word means empty.
    [
      new RegExp(
        `(?<!\\p{L}|(?<!\\p{L})(?:är|var|blir|blev|står|helt|nästan|halv) )tom(?= (?:\\d|kl\\b|${swedishDay}))`,
        'giu',
      ),
      'till och med',
    ],
    [/(?<!\p{L})(?:t\. ?ex\b\.?|t ex(?!\p{L})\.?|tex(?= \p{Ll}))/giu, 'till exempel'],
    [/(?<!\p{L})(?:bl\. ?a\b\.?|bl a(?!\p{L}))/giu, 'bland annat'],
    [/(?<!\p{L})(?:o\. ?s\. ?v\b|osv(?!\p{L}))(?:\.(?! \p{Lu}))?/giu, 'och så vidare'],
    [/(?<!\p{L})(?:d\. ?v\. ?s\b\.?|dvs(?!\p{L})\.?)/giu, 'det vill säga'],
    [/(?<!\p{L})(?:p\. ?g\. ?a\b\.?|pga(?!\p{L})\.?|p g a(?!\p{L}))/giu, 'på grund av'],
    [/(?<!\p{L})m\. ?m\b(?:\.(?! \p{Lu}))?/giu, 'med mera'],
    [/(?<!\p{L})m\. ?fl\b(?:\.(?! \p{Lu}))?/giu, 'med flera'],
    [/(?<!\p{L})(?:tfn|tel)\.?(?=:? ?[\d+(])/giu, 'telefon'],
    [/(?<!\p{L})[Cc]a(?!\p{L})\.?/gu, 'cirka'],
    [/(?<!\p{L})[Ee]v\.(?= \p{Ll})/gu, 'eventuellt'],
    [/(?<!\p{L})(?:inkl\.|inkl(?= \p{L}))/giu, 'inklusive'],
    [/(?<!\p{L})(?:exkl\.|exkl(?= \p{L}))/giu, 'exklusive'],
    [/(?<!\p{L})(?:resp\.|resp(?= \p{L}))/giu, 'respektive'],
    [/(?<!\p{L})nr\.?(?=:? ?\d)/giu, 'nummer'],
    [/(?<=\d )ggr(?!\p{L})/gu, 'gånger'],
    [/(?<!\p{L})v\. ?(?=\d)|(?<!\p{L})v (?=\d{1,2}(?!\d))/gu, 'vecka '],
    [/(?<![\d.,:])1 ?tim(?!\p{L})\.?(?! \p{Lu})/giu, '1 timme'],
    [/(?<![\d.,:])1 ?min(?!\p{L})\.?(?! \p{Lu})/giu, '1 minut'],
    [/(?<=(?:halv|kvarts) )tim(?!\p{L})(?:\.(?! \p{Lu}))?/giu, 'timme'],
    [/(?<=\d) ?tim(?!\p{L})(?:\.(?! \p{Lu}))?/giu, ' timmar'],
    [/(?<=\d) ?min(?!\p{L})(?:\.(?! \p{Lu}))?/giu, ' minuter'],
  ],
  to: 'till',
  and: 'och',
  minus: 'minus',
  measures: swedishMeasures,
  calendar: { weekday: `(?:${shortDay})dag(?:en|ar)?`, month: svMonth, clock: 'klockan' },
  timesHavePoints: true,
  phoneWords:
    /(?:^|[^\p{L}])(?:ring|ringa|ringer|tel|tfn|telefon|telefonnummer|nummer|mobil|jour|växel|växeln|sms|sms:a)(?: \p{L}+){0,2}[.:]? ?$/iu,
  signs: {
    '.': 'punkt',
    '/': 'snedstreck',
    '-': 'bindestreck',
    '@': 'snabel-a',
    _: 'understreck',
    '?': 'frågetecken',
    '=': 'lika med',
    '&': 'och-tecken',
    '#': 'nummertecken',
    ':': 'kolon',
    '%': 'procent',
    '+': 'plus',
    '~': 'tilde',
  },
};

const en: SpeechWords = {
  abbreviations: [
    [/(?<!\p{L})e\.g\b\.?/giu, 'for example'],
    [/(?<!\p{L})i\.e\b\.?/giu, 'that is'],
    [/(?<!\p{L})approx(?!\p{L})\.?/giu, 'approximately'],
    [/(?<!\p{L})tel\.?(?=:? ?[\d+(])/giu, 'telephone'],
    // In "The answer is no. 5 houses are dry." the word is not "number": only "No" with a capital is.
    [/(?<!\p{L})No\. ?(?=\d)/gu, 'number '],
    [/(?<![\d.,:])1 ?min(?!\p{L})\.?(?! \p{Lu})/giu, '1 minute'],
    [/(?<=\d) ?min(?!\p{L})(?:\.(?! \p{Lu}))?/giu, ' minutes'],
  ],
  to: 'to',
  and: 'and',
  minus: 'minus',
  measures: englishMeasures,
  calendar: englishCalendar,
  timesHavePoints: false,
  phoneWords:
    /(?:^|[^\p{L}])(?:call|ring|phone|tel|telephone|number|mobile|text|sms)(?: \p{L}+){0,2}[.:]? ?$/iu,
  signs: {
    '.': 'dot',
    '/': 'slash',
    '-': 'dash',
    '@': 'at',
    _: 'underscore',
    '?': 'question mark',
    '=': 'equals',
    '&': 'ampersand',
    '#': 'hash',
    ':': 'colon',
    '%': 'percent',
    '+': 'plus',
    '~': 'tilde',
  },
};

/** A range stays as it is written: in Finnish its ends would have to be inflected. */
const fi: SpeechWords = {
  abbreviations: [
    [/(?<!\p{L})klo\.? ?(?=\d)/giu, 'kello '],
    [/(?<!\p{L})esim\.(?= \p{Ll})/giu, 'esimerkiksi'],
    [/(?<!\p{L})mm\.(?= \p{Ll})/giu, 'muun muassa'],
    [/(?<!\p{L})yms\./giu, 'ynnä muuta sellaista'],
    [/(?<!\p{L})ym\./giu, 'ynnä muuta'],
    [/(?<!\p{L})jne\./giu, 'ja niin edelleen'],
    [/(?<!\p{L})puh\.?(?=:? ?[\d+(])/giu, 'puhelin'],
    [/(?<!\p{L})n\. ?(?=\d)/gu, 'noin '],
    [/(?<=\d) ?min(?!\p{L})(?:\.(?! \p{Lu}))?/giu, ' minuuttia'],
  ],
  and: 'ja',
  minus: 'miinus',
  measures: finnishMeasures,
  timesHavePoints: true,
  phoneWords: /(?:^|[^\p{L}])(?:soita|soittakaa|puh|puhelin|numeroon)[.:]? ?$/iu,
  signs: {
    '.': 'piste',
    '/': 'kauttaviiva',
    '-': 'yhdysmerkki',
    '@': 'ät-merkki',
    _: 'alaviiva',
    '?': 'kysymysmerkki',
    '=': 'yhtä kuin',
    '&': 'et-merkki',
    '#': 'risuaita',
    ':': 'kaksoispiste',
    '%': 'prosentti',
    '+': 'plus',
    '~': 'tilde',
  },
};

const ar: SpeechWords = {
  abbreviations: [],
  to: 'إلى',
  and: 'و',
  minus: 'ناقص',
  calendar: arabicCalendar,
  timesHavePoints: false,
  phoneWords: /(?:اتصل|هاتف|رقم)(?: \p{L}+)?[.:]? ?$/u,
  signs: {
    '.': 'نقطة',
    '/': 'شرطة مائلة',
    '-': 'شرطة',
    '@': 'آت',
    _: 'شرطة سفلية',
    '?': 'علامة استفهام',
    '=': 'يساوي',
    '&': 'علامة و',
    '#': 'هاشتاغ',
    ':': 'نقطتان',
    '%': 'بالمئة',
    '+': 'زائد',
    '~': 'تيلدا',
  },
};

export const speechWords: Readonly<Record<SpokenLanguage, SpeechWords>> = { sv, en, fi, ar };
