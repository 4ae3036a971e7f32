import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { markExercise } from '../messages/exercise-marking.js';
import { measure } from '../messages/measure-text.js';
import { tidyMessageText } from '../messages/message-text.js';
import { TakesUpTo } from '../platform/http/body-limits.js';
import { Gives, parsed, Takes } from '../platform/http/parsed.js';
import { ForStaff, May } from '../staff/staff.guard.js';
import { MeasuredAnswer } from '../broadcasts/call/call-answers.js';
import { PreviewCall } from '../broadcasts/call/preview-call.js';

const Text = z.strictObject({
  text: z.string().max(10_000),
  language: z
    .string()
    .regex(/^[a-z]{2,3}$/, 'an ISO 639 code such as sv')
    .optional()
    .meta({ description: 'Of the text: tells what a call with it says' }),
  exercise: z.boolean().default(false).meta({ description: 'Whether the call is marked as an exercise' }),
});
@ApiTags('broadcasts')
@Controller('api/v1/measure')
@ForStaff()
@May('text.measure')
export class MeasureController {
  constructor(private readonly call: PreviewCall) {}

  /** The size of a text as SMS, after its punctuation is made plain, as sending does; and the call with that text. */
  @Post()
  // 20 000 characters, each at most six bytes of JSON.
  @TakesUpTo(128 * 1024)
  @HttpCode(200)
  @Takes(Text)
  @Gives(MeasuredAnswer)
  measure(@Body(parsed(Text)) { text, language, exercise }: z.infer<typeof Text>) {
    const tidy = tidyMessageText(text);
    const measured = measure(tidy);
    if (language === undefined) return measured;
    const sms = exercise ? markExercise(tidy, language) : tidy;
    return { ...measured, call: this.call.run([{ language, sms }], language) ?? null };
  }
}
