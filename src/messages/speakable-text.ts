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
// Characters that join and vary emoji, and the tag letters of flags.
const joints = /\u20e3|[\ufe00-\ufe0f]|\u200d|[\u{e0020}-\u{e007f}]/gu;

// A voice has no use for them, and inside a number they would hide it.
const directionMarks = /[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]/g;

const date =
  /(?<![\d.,:/-])(?:\d{4}-\d{2}-\d{2}|\d{2}-\d{2}-(?:\d{4}|\d{2})|\d{1,2}\.\d{1,2}\.\d{4}|\d{1,2}\/\d{1,2} ?- ?\d{4})(?![\d:/-]|[.,]\d)/g;

/** The dash in "2026-11-29 - 2026-12-01". */
const betweenDates = /(?<=(?<![\d-])\d{4}-\d{2}-\d{2}) ?--? ?(?=\d{4}-\d{2}-\d{2}(?![\d-]))/g;

/** Several words in capitals: then the short ones are words too, not initials. "VATTNET ÄR AVSTÄNGT". */
const capitalRun = /(?<!\p{L})\p{Lu}+(?: \p{Lu}+)+(?!\p{L})/gu;
const initials = new Set(['VMA', 'SOS', 'SMS', 'MSB', 'VA', 'TV', 'HVC', 'BRF', 'SMHI', 'EU']);
/** The marks in "*viktigt*". */
const emphasis = /(?<![\p{L}\d])[*_]{1,3}(?=\p{L})|(?<=[\p{L}.!?])[*_]{1,3}(?![\p{L}\d])/gu;

const capitalWord = /(?<!\p{L})\p{Lu}{5,}(?!\p{L})/gu;

/**
 * A message's text, rewritten for a synthetic voice: abbreviations written out, times and addresses in words, telephone
 * numbers digit by digit in their groups, lines as sentences. What it does not know, it leaves unchanged.
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

// The minus of "-5 °C" is not a bullet.
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

/** Consecutive prose words stay in one part: what a word means depends on its neighbours. */
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
    // "Tel.070-174 06 05" needs a space between the word and the number.
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
    // A voice may spell out a word in capitals. Short ones (VMA, SOS) are meant to be spelt out.
    .replace(capitalWord, (word) => word.charAt(0) + word.slice(1).toLowerCase())
    .replaceAll('&', ` ${words.and} `);
