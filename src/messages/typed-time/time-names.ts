import type { MessageLanguage } from '../../kernel/language.js';

/** The calendar's names in one language, as a text has them after "on": Finnish months in the partitive. */
interface TimeNames {
  /** From Monday. */
  readonly weekdays: readonly string[];
  /** From January. */
  readonly months: readonly string[];
  /** `{d}` is the day of the month, `{m}` the name of the month. */
  readonly date: string;
  /** What is between the date and the clock. */
  readonly clock: string;
  /** In brackets after the clock in the hour that comes twice, when summer time ends. */
  readonly seasons: { readonly summer: string; readonly winter: string };
  /** An end that nobody knows, after a colon. */
  readonly open: string;
}

/**
 * Our own tables, not `Intl`: the browser and the server must write the same, and browsers lack some of these
 * languages.
 */
export const timeNames: Readonly<Record<MessageLanguage, TimeNames>> = {
  sv: {
    weekdays: ['måndag', 'tisdag', 'onsdag', 'torsdag', 'fredag', 'lördag', 'söndag'],
    months: [
      ...['januari', 'februari', 'mars', 'april', 'maj', 'juni'],
      ...['juli', 'augusti', 'september', 'oktober', 'november', 'december'],
    ],
    date: '{d} {m}',
    clock: ' kl. ',
    seasons: { summer: 'sommartid', winter: 'vintertid' },
    open: 'inte känt än',
  },
  en: {
    weekdays: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
    months: [
      ...['January', 'February', 'March', 'April', 'May', 'June'],
      ...['July', 'August', 'September', 'October', 'November', 'December'],
    ],
    date: '{d} {m}',
    clock: ' at ',
    seasons: { summer: 'summer time', winter: 'winter time' },
    open: 'not known yet',
  },
  fi: {
    weekdays: ['maanantai', 'tiistai', 'keskiviikko', 'torstai', 'perjantai', 'lauantai', 'sunnuntai'],
    months: [
      ...['tammikuuta', 'helmikuuta', 'maaliskuuta', 'huhtikuuta', 'toukokuuta', 'kesäkuuta'],
      ...['heinäkuuta', 'elokuuta', 'syyskuuta', 'lokakuuta', 'marraskuuta', 'joulukuuta'],
    ],
    date: '{d}. {m}',
    clock: ' klo ',
    seasons: { summer: 'kesäaikaa', winter: 'talviaikaa' },
    open: 'ei vielä tiedossa',
  },
  se: {
    weekdays: [
      ...['vuossárga', 'maŋŋebárga', 'gaskavahkku', 'duorasdat'],
      ...['bearjadat', 'lávvardat', 'sotnabeaivi'],
    ],
    months: [
      ...['ođđajagimánu', 'guovvamánu', 'njukčamánu', 'cuoŋománu', 'miessemánu', 'geassemánu'],
      ...['suoidnemánu', 'borgemánu', 'čakčamánu', 'golggotmánu', 'skábmamánu', 'juovlamánu'],
    ],
    date: '{m} {d}. b.',
    clock: ' dii. ',
    seasons: { summer: 'geasseáigi', winter: 'dálveáigi' },
    open: 'eat dieđe vel',
  },
  ar: {
    weekdays: ['الاثنين', 'الثلاثاء', 'الأربعاء', 'الخميس', 'الجمعة', 'السبت', 'الأحد'],
    months: [
      ...['يناير', 'فبراير', 'مارس', 'أبريل', 'مايو', 'يونيو'],
      ...['يوليو', 'أغسطس', 'سبتمبر', 'أكتوبر', 'نوفمبر', 'ديسمبر'],
    ],
    date: '{d} {m}',
    clock: ' الساعة ',
    seasons: { summer: 'التوقيت الصيفي', winter: 'التوقيت الشتوي' },
    open: 'غير معروف بعد',
  },
  so: {
    weekdays: ['Isniin', 'Talaado', 'Arbaco', 'Khamiis', 'Jimco', 'Sabti', 'Axad'],
    months: [
      ...['Janaayo', 'Febraayo', 'Maarso', 'Abriil', 'Maayo', 'Juun'],
      ...['Luulyo', 'Agosto', 'Sebtembar', 'Oktoobar', 'Nofembar', 'Disembar'],
    ],
    date: '{d} {m}',
    clock: ' saacadda ',
    seasons: { summer: 'waqtiga xagaaga', winter: 'waqtiga jiilaalka' },
    open: 'weli lama oga',
  },
};

/** Undefined for a language that forms do not offer. */
export const namesIn = (language: string): TimeNames | undefined =>
  Object.hasOwn(timeNames, language) ? timeNames[language as MessageLanguage] : undefined;
