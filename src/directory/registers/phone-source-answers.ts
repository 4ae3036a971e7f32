import { z } from 'zod';

const count = z.number().int().min(0);
const moment = z.iso.datetime({ offset: true });

export const PhoneSourceAnswer = z.strictObject({
  source: z
    .string()
    .meta({ description: '`self`: residents themselves; `staff`: by hand; else a register’s name' }),
  phones: count,
  pairs: count.meta({ description: 'Of a phone and an address' }),
  gone: count.meta({ description: 'Of the pairs, those at addresses that no longer exist' }),
  oldest: moment.nullable().meta({ description: 'Since when the oldest of its pairs is there' }),
  newest: moment.nullable(),
  addressSource: z
    .string()
    .nullable()
    .meta({ description: 'The dataset whose addresses a register refers to' }),
  replacedAt: moment.nullable().meta({ description: 'When a delivery last confirmed what a register says' }),
  replacedBy: z.string().nullable().meta({ description: 'The command that brought it' }),
  report: z
    .strictObject({
      rows: count,
      phones: count,
      added: count,
      changed: count,
      unchanged: count,
      removed: count,
      refused: z.record(z.string(), count).meta({ description: 'Rows that were left out, by reason' }),
    })
    .nullable()
    .meta({ description: 'What the last delivery did' }),
});
