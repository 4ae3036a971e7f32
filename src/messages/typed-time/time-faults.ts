import type { Wording } from '../../kernel/refusal.js';
import { writeMoment } from './write-time.js';

export type TimeFaultCode =
  | 'not-understood'
  | 'no-clock'
  | 'no-such-time'
  | 'other-weekday'
  | 'night-of-two-days'
  | 'skipped'
  | 'twice'
  | 'to-before-from'
  | 'open-no-end'
  | 'passed'
  | 'not-yet'
  | 'too-far';

/** Why what somebody typed is not a time that can be used. `{name}` in the wording is filled from the values. */
export interface TimeFault {
  readonly kind: 'fault';
  readonly code: TimeFaultCode;
  readonly wording: Wording;
  readonly values: Readonly<Record<keyof Wording, Readonly<Record<string, string>>>>;
}

const wordings: Readonly<Record<TimeFaultCode, Wording>> = {
  'not-understood': {
    sv: 'Det går inte att läsa som en tid. Skriv till exempel ”i natt 23”, ”imorgon 06” eller ”9 december 8.00”.',
    en: 'This can’t be read as a time. Write for example “tonight 11 pm”, “tomorrow 6” or “9 December 8:00”.',
  },
  'no-clock': {
    sv: 'Skriv också klockslaget, till exempel ”{typed} 8”.',
    en: 'Write the time of day too, for example “{typed} 8”.',
  },
  'no-such-time': { sv: 'Det datumet eller klockslaget finns inte.', en: 'There is no such date or time.' },
  'other-weekday': {
    sv: '{date} är en {weekday}. Rätta dagen eller datumet.',
    en: '{date} is a {weekday}. Correct the day or the date.',
  },
  'night-of-two-days': {
    sv: 'Det kan vara två nätter. Skriv ”natten till” och dagen efter, till exempel ”natten till lördag 02”.',
    en: 'This may be one of two nights. Write the date on which the clock strikes, for example “9 December 2:00”.',
  },
  skipped: {
    sv: 'Klockan {clock} finns inte {date}: då börjar sommartiden.',
    en: 'There is no {clock} on {date}: summer time begins.',
  },
  twice: {
    sv: 'Klockan {clock} kommer två gånger {date}: då slutar sommartiden. Lägg till ”sommartid” för den första, ”vintertid” för den andra.',
    en: '{clock} comes twice on {date}: summer time ends. Add “summer time” for the first, “winter time” for the second.',
  },
  'to-before-from': {
    sv: 'Sluttiden är inte efter starttiden. Skriv dagen om den är en annan.',
    en: 'The end is not after the start. Write the day if it is another.',
  },
  'open-no-end': {
    sv: 'Skriv en tid här. Bara sluttiden får vara ”tills vidare”.',
    en: 'Write a time here. Only an end may be “until further notice”.',
  },
  passed: { sv: '{written} har passerat.', en: '{written} has passed.' },
  'not-yet': { sv: '{written} har inte varit än.', en: '{written} has not been yet.' },
  'too-far': {
    sv: '{written} är mer än ett år bort. Stämmer året?',
    en: '{written} is more than a year away. Is the year right?',
  },
};

/** @param valuesIn the values in a language of the interface */
export const timeFault = (
  code: TimeFaultCode,
  valuesIn: (language: keyof Wording) => Readonly<Record<string, string>> = () => ({}),
): TimeFault => ({
  kind: 'fault',
  code,
  wording: wordings[code],
  values: { sv: valuesIn('sv'), en: valuesIn('en') },
});

/** A time that has passed since it was typed. */
export const passedFault = (at: Date, now: Date): TimeFault =>
  timeFault('passed', (language) => ({ written: writeMoment(at, language, now) }));

/** The fault in a language of the interface, with its values filled in. */
export const explainFault = ({ wording, values }: TimeFault, language: keyof Wording): string => {
  const text = wording[language].replace(
    /\{(\w+)\}/g,
    (whole, name: string) => values[language][name] ?? whole,
  );
  return text.charAt(0).toUpperCase() + text.slice(1);
};
