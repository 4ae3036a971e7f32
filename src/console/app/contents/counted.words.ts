import type { Wording } from '../../../kernel/refusal.js';

export const counted = {
  results: { one: { sv: '{n} träff', en: '{n} result' }, other: { sv: '{n} träffar', en: '{n} results' } },
  subscribers: {
    one: { sv: '{n} prenumerant', en: '{n} subscriber' },
    other: { sv: '{n} prenumeranter', en: '{n} subscribers' },
  },
  mobiles: { one: { sv: '{n} mobil', en: '{n} mobile' }, other: { sv: '{n} mobiler', en: '{n} mobiles' } },
  landlines: {
    one: { sv: '{n} fast telefon', en: '{n} landline' },
    other: { sv: '{n} fasta telefoner', en: '{n} landlines' },
  },
  addresses: {
    one: { sv: '{n} adress', en: '{n} address' },
    other: { sv: '{n} adresser', en: '{n} addresses' },
  },
  phones: { one: { sv: '{n} telefon', en: '{n} phone' }, other: { sv: '{n} telefoner', en: '{n} phones' } },
  parts: {
    one: { sv: '{n} sms-del', en: '{n} SMS part' },
    other: { sv: '{n} sms-delar', en: '{n} SMS parts' },
  },
} satisfies Record<string, { one: Wording; other: Wording }>;
