import { Body, Controller, Param, ParseUUIDPipe, Post, UseInterceptors } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Gives, parsed, Takes } from '../../platform/http/parsed.js';
import { IdempotencyInterceptor } from '../../staff/idempotency.interceptor.js';
import type { Member } from '../../staff/member.js';
import { CurrentMember, ForStaff, May } from '../../staff/staff.guard.js';
import { SampleAnswer } from './sample-answers.js';
import { sampleForms } from './sample.js';
import { SendSample } from './send-sample.js';

const SampleBody = z.strictObject({
  as: z.enum(sampleForms),
  language: z.string().max(10).optional().meta({ description: 'The first of its texts if left out' }),
});

/** A broadcast's text on the phone of who writes or approves it. */
@ApiTags('broadcasts')
@Controller('api/v1/broadcasts')
@ForStaff()
@UseInterceptors(IdempotencyInterceptor)
export class SamplesController {
  constructor(private readonly sendSample: SendSample) {}

  @Post(':id/samples')
  @May('broadcast.sample')
  @Takes(SampleBody)
  @Gives(SampleAnswer, 201)
  send(
    @Param('id', new ParseUUIDPipe()) id: string,
    @Body(parsed(SampleBody)) body: z.infer<typeof SampleBody>,
    @CurrentMember() member: Member,
  ) {
    return this.sendSample.run(id, member, body);
  }
}
