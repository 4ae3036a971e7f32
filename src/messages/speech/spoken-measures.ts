import type { MeasureWords } from './measure-words.js';
import type { SpeechWords } from './speech-words.js';

const perUnit = /(?<![\p{L}/])(\p{L}{1,3}[²³23]?)\/(\p{L}{1,7}[²³23]?)(?![\p{L}\d/])/gu;
const squareOrCube = /(?<=\d) ?(m[²³23]|kvm)(?![\p{L}\d/])/gu;

const measured =
  '(?= (?:dl|cl|l|liter|litres?|tsk|msk|tesked|matsked|kopp|cup|glas|glass|tim|timmes?|timmar|dygn|meter|metres?|m|km|mil|kilo|kg)(?!\\p{L}))';
const share = new RegExp(`(?<![\\d/])(\\d )?(1/2|1/4|3/4)${measured}`, 'gu');

/** "1.234 kr", "12.500,50 kr", "10.000 liter": groups of three digits after points are thousands. */
const pointedThousands =
  /(?<![\d.,])\d{1,3}(?:\.\d{3})+(?=(?:,\d{2})?(?: ?(?:kr|kronor|sek|liter|hushåll|personer|invånare)(?!\p{L})| ?:-))/giu;
/** The sign in "500:-". Not in "12.50:-", which nobody would say that way. */
const priceSign = /(?<=\d)(?<![.,]\d{1,2}) ?:-/g;

const degrees = '(?:°|grader|plusgrader|minusgrader|degrees|astetta|درجة|درجات)';
const number = '\\d{1,3}(?:[.,]\\d)?';
const belowZero = new RegExp(
  `(?<![\\p{L}\\d-]|\\d )-(?=${number}(?:(?: ?--? ?| (?:till|to|och|and) (?:-|minus )?)${number})? ?${degrees})`,
  'gu',
);
const toBelowZero = new RegExp(`(?<=\\d) ?- ?-(?=${number} ?${degrees})`, 'gu');

/** Units, shares, prices and temperatures in words. */
export function spokenMeasures(text: string, { measures, minus, to }: SpeechWords): string {
  const cold = (to === undefined ? text : text.replace(toBelowZero, ` ${to} ${minus} `)).replace(
    belowZero,
    `${minus} `,
  );
  return measures ? inUnits(cold, measures) : cold;
}

function inUnits(text: string, { units, per, shares, andAHalf, thousandsHavePoints }: MeasureWords): string {
  const said = text
    .replace(perUnit, (whole, unit: string, divisor: string, at: number, all: string) => {
      // "m/s Finland" is a ship: a short pair of units must follow a number.
      const isMeasured = unit.length + divisor.length > 3 || /\d ?$/.test(all.slice(Math.max(0, at - 2), at));
      const [one, other] = [of(units, unit), of(per, divisor)];
      return isMeasured && one && other ? `${one} ${other}` : whole;
    })
    .replace(squareOrCube, (whole, unit: string) => ` ${of(units, unit) ?? whole.trim()}`);
  const shared = shares
    ? said.replace(share, (whole, before: string | undefined, part: keyof typeof shares) => {
        if (before === undefined) return shares[part];
        return part === '1/2' && andAHalf ? `${before}${andAHalf}` : whole;
      })
    : said;
  return thousandsHavePoints
    ? shared.replace(pointedThousands, (sum) => sum.replaceAll('.', ' ')).replace(priceSign, ' kronor')
    : shared;
}

const of = (words: Readonly<Record<string, string>>, key: string): string | undefined =>
  Object.hasOwn(words, key) ? words[key] : undefined;
