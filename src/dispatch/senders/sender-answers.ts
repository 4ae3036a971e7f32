import { z } from 'zod';
import { providerNames } from '../../platform/config/provider-settings.js';
import { channels } from '../../kernel/channel.js';
import { broadcastKinds } from '../../kernel/broadcast-kinds.js';

export const SenderAnswer = z.strictObject({
  id: z.string(),
  channel: z.enum(channels),
  provider: z.enum(providerNames).meta({ description: 'Which provider sends for it' }),
  address: z.string().meta({ description: 'A sender name or an E.164 number' }),
  kinds: z.array(z.enum(broadcastKinds)),
  unitsPerSecond: z.number().meta({ description: 'SMS segments, or calls' }),
  stopped: z
    .strictObject({
      reason: z.string(),
      at: z.iso.datetime(),
      probeAt: z.iso
        .datetime()
        .nullable()
        .meta({ description: 'When it is tried again by itself, which is done once' }),
    })
    .optional()
    .meta({ description: 'Why nothing goes out from it' }),
});
