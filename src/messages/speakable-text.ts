import type { CountryCode } from 'libphonenumber-js/max';
import type { SpokenLanguage } from '../kernel/language.js';
import { plainDigits } from '../kernel/typed-input.js';
import { plainPunctuation } from './plain-punctuation.js';
import { spokenAddress } from './speech/spoken-address.js';
import { spokenAmounts } from './speech/spoken-amounts.js';
import { spokenMeasures } from './speech/spoken-measures.js';
import { partsAtPhones } from './speech/spoken-phone.js';
import { speechWords, type SpeechWords } from './speech/speech-words.js';

const keycap = /[\d#*]\ufe0f?\u20e3/gu;
const pictures = /[\p{Extended_Pictographic}\p{Emoji_Modifier}\p{Regional_Indicator}]/gu;
// What joins and varies pictures, and the letters of flags.
const joints = /\u20e3|[\ufe00-\ufe0f]|\u200d|[\u{e0020}-\u{e007f}]/gu;

// A voice has no use for them, and within a number they hide it.
const directionMarks = /[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]/g;

const date =
  /(?<![\d.,:/-])(?:\d{4}-\d{2}-\d{2}|\d{2}-\d{2}-(?:\d{4}|\d{2})|\d{1,2}\.\d{1,2}\.\d{4}|\d{1,2}\/\d{1,2} ?- ?\d{4})(?![\d:/-]|[.,]\d)/g;

/** "2026-11-29 - 2026-12-01" */
const betweenDates = /(?<=(?<![\d-])\d{4}-\d{2}-\d{2}) ?--? ?(?=\d{4}-\d{2}-\d{2}(?![\d-]))/g;

/** Several words in capitals: the short ones among them are words too, "VATTNET ÄR AVSTÄNGT". */
const capitalRun = /(?<!\p{L})\p{Lu}+(?: \p{Lu}+)+(?!\p{L})/gu;
const initials = new Set(['VMA', 'SOS', 'SMS', 'MSB', 'VA', 'TV', 'HVC', 'BRF', 'SMHI', 'EU']);
/** "*viktigt*" */
const emphasis = /(?<![\p{L}\d])[*_]{1,3}(?=\p{L})|(?<=[\p{L}.!?])[*_]{1,3}(?![\p{L}\d])/gu;

const capitalWord = /(?<!\p{L})\p{Lu}{5,}(?!\p{L})/gu;

/**
 * A message's text made fit to be spoken by a synthetic voice: abbreviations written out, times and addresses in words,
 * telephone numbers digit by digit in their groups, lines as sentences. Modest by intent: what it doesn't know stays.
 *
 * @param country how a number without a country code is read, ISO 3166-1 alpha-2
 */
export function speakableText(text: string, language: SpokenLanguage, country = 'SE'): string {
  const words = speechWords[language];
  const lines = linesAsSentences(
    plainDigits(plainPunctuation(text))
      .replace(directionMarks, '')
      .replace(keycap, '')
      .replace(pictures, '')
      .replace(joints, ''),
  );
  return cutAtAddresses(lines, words)
    .map(({ text: part, isSaid }) => (isSaid ? part : speakProse(part, words, country as CountryCode)))
    .join('')
    .replace(/\s+/g, ' ')
    .trim();
}

// "-5 °C" is no item of a list.
const bullet = /^ *(?:[-*]+(?!\d) *)*/;

function linesAsSentences(text: string): string {
  const lines = text
    .split('\n')
    .map((line, at) => (at === 0 ? line.trim() : line.replace(bullet, '').trimEnd()))
    .filter((line) => line !== '');
  return lines
    .map((line, at) => (at < lines.length - 1 && !/[.!?:,;]$/.test(line) ? `${line}.` : line))
    .join(' ');
}

/** Prose is kept together, as what a word means depends on its neighbours. */
function cutAtAddresses(text: string, words: SpeechWords) {
  const parts: { text: string; isSaid: boolean }[] = [];
  for (const word of text.split(/(?<= )/)) {
    const said = spokenAddress(word.trimEnd(), words);
    const last = parts.at(-1);
    if (said !== undefined) parts.push({ text: `${said} `, isSaid: true });
    else if (last && !last.isSaid) last.text += word;
    else parts.push({ text: word, isSaid: false });
  }
  return parts;
}

function speakProse(text: string, words: SpeechWords, country: CountryCode): string {
  let prose = spokenMeasures(text, words);
  for (const [pattern, instead] of words.abbreviations)
    // "Tel.070-174 06 05"
    prose = prose.replace(pattern, (whole: string, at: number, all: string) =>
      /^\p{L}[\d+(]/u.test(instead.slice(-1) + all.charAt(at + whole.length)) ? `${instead} ` : instead,
    );
  if (words.to !== undefined) prose = prose.replace(betweenDates, ` ${words.to} `);
  return cutAtDates(prose)
    .flatMap((part) => (part.isSaid ? [part] : partsAtPhones(part.text, words, country)))
    .map((part) => (part.isSaid ? part.text : speakPlain(part.text, words)))
    .join('');
}

function cutAtDates(text: string) {
  const parts: { text: string; isSaid: boolean }[] = [];
  let done = 0;
  for (const { 0: found, index } of text.matchAll(date)) {
    parts.push({ text: text.slice(done, index), isSaid: false }, { text: found, isSaid: true });
    done = index + found.length;
  }
  return [...parts, { text: text.slice(done), isSaid: false }];
}

const speakPlain = (text: string, words: SpeechWords): string =>
  spokenAmounts(text, words)
    .replace(emphasis, '')
    .replace(capitalRun, (run) =>
      /\p{Lu}{5}/u.test(run)
        ? run.replace(/\p{Lu}+/gu, (word) =>
            word.length > 4 || word.length === 1 || initials.has(word) ? word : word.toLowerCase(),
          )
        : run,
    )
    // A voice may spell out what is all capitals; short ones (VMA, SOS) are meant to be spelt.
    .replace(capitalWord, (word) => word.charAt(0) + word.slice(1).toLowerCase())
    .replaceAll('&', ` ${words.and} `);
