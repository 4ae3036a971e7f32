import type { z } from 'zod';
import type { KnownAddress } from '../known-phones.repository.js';
import type { PhoneLookup } from './look-up-phone.js';
import type { PhoneLookupAnswer } from './lookup-answers.js';
import type { ReasonWords } from '../reason-words.js';

export function presentLookup(
  { number, known, elsewhere }: PhoneLookup,
  words: ReasonWords,
): z.infer<typeof PhoneLookupAnswer> {
  const { e164: phone, kind } = number;
  return {
    phone,
    kind,
    known: known
      ? {
          language: known.language,
          objectedAt: time(known.objectedAt),
          quarantine:
            known.quarantineReason === null
              ? null
              : {
                  since: time(known.quarantinedAt),
                  reason: { code: known.quarantineReason, words: words.of(known.quarantineReason) },
                },
          addresses: known.addresses.map(presentAddress),
        }
      : null,
    elsewhere: elsewhere.map(({ rows, ...held }) => ({ ...held, rows: [...rows] })),
  };
}

const presentAddress = ({ since, confirmedAt, ...address }: KnownAddress) => ({
  ...address,
  since: since.toISOString(),
  confirmedAt: time(confirmedAt),
});

const time = (at: Date | null): string | null => at?.toISOString() ?? null;
