import { z } from 'zod';
import { lanes } from '../../kernel/lanes.js';

const HeldBroadcastAnswer = z.strictObject({
  id: z.uuid(),
  name: z.string().meta({ description: 'What its audience is called' }),
  kind: z.enum(['alert', 'topic']),
  lane: z.enum(lanes),
  state: z.enum(['scheduled', 'approved', 'sending', 'paused']),
  startsAt: z.iso.datetime().optional().meta({ description: 'When it starts, if it waits for that' }),
  takenOver: z.int().meta({ description: 'Sent after the backup, and taken over from the provider’s list' }),
  notToldApart: z.int().meta({
    description: 'Landlines of which nobody knows which of several calls they got; not called again',
  }),
  remaining: z.int().meta({ description: 'Not sent yet' }),
  goesOn: z.boolean().meta({ description: 'Staff have decided that the rest is sent' }),
});

/** Both fields are absent while sending works as usual. */
export const HoldAnswer = z.strictObject({
  waiting: z.strictObject({ since: z.iso.datetime(), why: z.string() }).optional().meta({
    description: 'The database was restarted or replaced, and the provider can’t be asked what it has sent',
  }),
  held: z
    .strictObject({
      since: z.iso.datetime(),
      knownUntil: z.iso
        .datetime()
        .meta({ description: 'What happened after this is lost, but for what was taken over' }),
      unknown: z.int().meta({ description: 'Messages that the provider knew of and we did not' }),
      takenOver: z.int(),
      notToldApart: z.int(),
      fitsNone: z.int().meta({ description: 'Of no broadcast we know: approved after the backup, or codes' }),
      broadcasts: z.array(HeldBroadcastAnswer),
    })
    .optional()
    .meta({ description: 'Nothing is sent: the provider has sent what our records lack' }),
});
