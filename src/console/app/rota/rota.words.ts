import type { Wording } from '../../../kernel/refusal.js';

export const words = {
  title: { sv: 'Tjänstgöring', en: 'Rota' },
  lead: {
    sv: 'Den som är i tjänst får först sms om utskick att godkänna. Är ingen i tjänst får alla som kan godkänna det.',
    en: 'Whoever is on duty is texted first about broadcasts to approve. When nobody is, everyone who may approve is.',
  },
  none: { sv: 'Inga pass är inlagda.', en: 'There are no shifts.' },
  gaps: { sv: 'Ingen är i tjänst inom en vecka:', en: 'Nobody is on duty within a week:' },
  span: { sv: '{from} till {to}', en: '{from} to {to}' },
  deputy: { sv: 'Ersättare: {name}', en: 'Deputy: {name}' },
  fromCalendar: { sv: 'Från kalendern', en: 'From the calendar' },
  calendarRead: {
    sv: 'Pass läses från en kalender, senast {at}.',
    en: 'Shifts are read from a calendar, last {at}.',
  },
  calendarFailing: {
    sv: 'Kalendern har inte gått att läsa sedan {since}. Passen är de som lästes senast. Be it titta i loggen.',
    en: 'The calendar could not be read since {since}. The shifts are those that were read last. Ask IT to look in the log.',
  },
  unmatched: {
    sv: 'De här händelserna i kalendern hör inte till någon som kan vara i tjänst. Bjud in personen, eller skriv namnet som här.',
    en: 'These events of the calendar belong to nobody who can be on duty. Invite the person, or write the name as here.',
  },
  event: { sv: '{title}, {from} till {to}', en: '{title}, {from} to {to}' },
  remove: { sv: 'Ta bort', en: 'Remove' },
  removeOf: { sv: 'passet för {name} {from}', en: 'the shift of {name} {from}' },
  removed: { sv: 'Passet är borttaget.', en: 'The shift is removed.' },
  add: { sv: 'Lägg till ett pass', en: 'Add a shift' },
  person: { sv: 'Person', en: 'Person' },
  choosePerson: { sv: 'Välj en person', en: 'Choose a person' },
  role: { sv: 'Roll', en: 'Role' },
  from: { sv: 'Börjar', en: 'Begins' },
  to: { sv: 'Slutar', en: 'Ends' },
  deputyLabel: { sv: 'Ersättare (behövs inte)', en: 'Deputy (optional)' },
  deputyHint: {
    sv: 'Får sms om personen själv har skrivit utskicket, och med påminnelsen.',
    en: 'Is texted when the person wrote the broadcast, and with the reminder.',
  },
  noDeputy: { sv: 'Ingen', en: 'Nobody' },
  personMissing: { sv: 'Välj en person.', en: 'Choose a person.' },
  timeMissing: { sv: 'Ange dag och tid.', en: 'Give day and time.' },
  save: { sv: 'Lägg till passet', en: 'Add the shift' },
  added: { sv: 'Passet är tillagt.', en: 'The shift is added.' },
} satisfies Record<string, Wording>;
