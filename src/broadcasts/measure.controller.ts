import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { measure } from '../messages/measure-text.js';
import { tidyMessageText } from '../messages/message-text.js';
import { TakesUpTo } from '../platform/http/body-limits.js';
import { Gives, parsed, Takes } from '../platform/http/parsed.js';
import { ForStaff, May } from '../staff/staff.guard.js';

const Text = z.strictObject({ text: z.string().max(20_000) });
const Measured = z.object({
  encoding: z.enum(['GSM-7', 'UCS-2']),
  units: z.number().int(),
  segments: z.number().int(),
});

@ApiTags('broadcasts')
@Controller('api/v1/measure')
@ForStaff()
@May('text.measure')
export class MeasureController {
  /** What a text takes as SMS, after its punctuation was made plain, as sending does. */
  @Post()
  // 20 000 characters, each at most six bytes of JSON.
  @TakesUpTo(128 * 1024)
  @HttpCode(200)
  @Takes(Text)
  @Gives(Measured)
  measure(@Body(parsed(Text)) { text }: z.infer<typeof Text>) {
    return measure(tidyMessageText(text));
  }
}
