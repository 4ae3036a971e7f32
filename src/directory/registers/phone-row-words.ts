import type { Wording } from '../../kernel/refusal.js';
import type { PhoneRowFault } from '../phone-row.js';

/** Why a row of a file of phones was left out. */
export const phoneRowWords: Readonly<Record<PhoneRowFault, Wording>> = {
  'phone.not-a-number': {
    sv: 'numret är inget telefonnummer som går att nå',
    en: 'the number is no phone number that can be reached',
  },
  'phone.unknown-address': { sv: 'adressen finns inte', en: 'the address is not there' },
  'phone.reformatted': {
    sv: 'ett kalkylprogram har gjort om adressens nyckel till ett decimaltal (123,0 eller 1,23E+05)',
    en: 'a spreadsheet has turned the key of the address into a decimal (123.0 or 1.23E+05)',
  },
  'phone.real-number': {
    sv: 'det påhittade numret finns på riktigt i en annan källa',
    en: 'the made-up number is a real one in another source',
  },
  'phone.unknown-role': { sv: 'rollen är okänd', en: 'the role is unknown' },
  'phone.unclear-flag': {
    sv: 'markeringen för skydd eller invändning är varken ja eller nej, så numret får inga larm förrän den är det',
    en: 'the mark of protection or objection is neither a yes nor a no, so the number gets no alert until it is',
  },
  'phone.cells-missing': {
    sv: 'raden har färre celler än rubriken',
    en: 'the row has fewer cells than the heading',
  },
  'phone.cells-extra': {
    sv: 'raden har fler celler än rubriken',
    en: 'the row has more cells than the heading',
  },
  'phone.quote-stray': {
    sv: 'ett citattecken står inne i en cell',
    en: 'a quotation mark stands inside a cell',
  },
};
