import type { Wording } from '../../../kernel/refusal.js';
import type { Counted } from '../language/say.js';

export const words = {
  title: { sv: 'Tjänstgöring', en: 'Rota' },
  lead: {
    sv: 'Den som är i tjänst får först sms om utskick att godkänna. Är ingen i tjänst får alla som kan godkänna det.',
    en: 'Whoever is on duty is texted first about broadcasts to approve. When nobody is, everyone who may approve is.',
  },
  none: { sv: 'Inga pass är inlagda.', en: 'There are no shifts.' },
  gaps: {
    sv: 'Ingen i tjänst kan godkänna, inom en vecka:',
    en: 'Nobody on duty may approve, within a week:',
  },
  mayNotApprove: { sv: 'Kan inte godkänna utskick', en: 'May not approve broadcasts' },
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
  removeFollowing: { sv: 'Ta bort det och de följande', en: 'Remove it and the following' },
  repeated: { sv: 'Upprepas varje vecka', en: 'Repeats every week' },
  removed: { sv: 'Passet är borttaget.', en: 'The shift is removed.' },
  add: { sv: 'Lägg till ett pass', en: 'Add a shift' },
  repeats: { sv: 'Upprepas', en: 'Repeats' },
  no: { sv: 'Nej', en: 'No' },
  weekly: { sv: 'Varje vecka', en: 'Every week' },
  inTurn: { sv: 'Person {n} i tur och ordning', en: 'Person {n} in turn' },
  inTurnHint: {
    sv: 'Välj en person, eller flera som turas om vecka för vecka.',
    en: 'Choose one person, or several who take turns week by week.',
  },
  noMore: { sv: 'Ingen mer', en: 'Nobody more' },
  firstFrom: { sv: 'Det första passet börjar', en: 'The first shift begins' },
  firstTo: { sv: 'Det första passet slutar', en: 'The first shift ends' },
  until: { sv: 'Sista dagen som ett pass börjar', en: 'The last day that a shift begins' },
  untilHint: {
    sv: 'Passen börjar och slutar på samma klockslag, även när klockan ställs om.',
    en: 'The shifts begin and end at the same time, also when the clocks change.',
  },
  preview: { sv: 'Visa passen', en: 'Show the shifts' },
  willAdd: {
    one: { sv: '{n} pass läggs till:', en: '{n} shift will be added:' },
    other: { sv: '{n} pass läggs till:', en: '{n} shifts will be added:' },
  },
  clashes: {
    one: {
      sv: '{n} pass krockar med pass som redan finns. Båda gäller om du lägger till det.',
      en: '{n} shift overlaps shifts that are there already. Both count if you add it.',
    },
    other: {
      sv: '{n} pass krockar med pass som redan finns. Båda gäller om du lägger till dem.',
      en: '{n} shifts overlap shifts that are there already. Both count if you add them.',
    },
  },
  clash: { sv: 'Krockar med {name}, {from} till {to}.', en: 'Overlaps {name}, {from} to {to}.' },
  saveAll: {
    one: { sv: 'Lägg till {n} pass', en: 'Add {n} shift' },
    other: { sv: 'Lägg till {n} pass', en: 'Add {n} shifts' },
  },
  addedAll: {
    one: { sv: '{n} pass är tillagt.', en: '{n} shift is added.' },
    other: { sv: '{n} pass är tillagda.', en: '{n} shifts are added.' },
  },
  removedAll: { sv: 'Passen är borttagna.', en: 'The shifts are removed.' },
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
} satisfies Record<string, Wording | Counted>;
