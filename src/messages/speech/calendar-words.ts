import { timeNames } from '../typed-time/time-names.js';

/** Names of weekdays and months, as regular expression sources. A dash between two of the same kind is a range. */
export interface CalendarWords {
  readonly weekday: string;
  readonly month: string;
  /** The word before a time of day. */
  readonly clock?: string;
}

export const englishCalendar: CalendarWords = {
  weekday: 'mon(?:day)?|tue(?:s|sday)?|wed(?:nesday)?|thu(?:rs|rsday)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?',
  month:
    'jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?',
  clock: 'at',
};

export const arabicCalendar: CalendarWords = {
  weekday: timeNames.ar.weekdays.join('|'),
  month: timeNames.ar.months.join('|'),
  clock: 'الساعة',
};
