import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Gives, parsed, Takes } from '../../platform/http/parsed.js';
import type { Member } from '../../staff/member.js';
import { CurrentMember, ForStaff, May } from '../../staff/staff.guard.js';
import { RecordObjection } from './record-objection.js';

const NewObjection = z.strictObject({
  phone: z.string().min(1).max(40).describe('In any usual form, e.g. 070-174 06 05'),
  objects: z.boolean().describe('true: no alerts to this phone; false: alerts again'),
});
const RecordedObjection = z.strictObject({ objects: z.boolean() });

/** Objections to alerts, entered by staff. The answer never tells whether the number was known. */
@ApiTags('directory')
@ForStaff()
@May('objection.record')
@Controller('api/v1/objections')
export class ObjectionsController {
  constructor(private readonly recordObjection: RecordObjection) {}

  @Post()
  @HttpCode(200)
  @Takes(NewObjection)
  @Gives(RecordedObjection)
  async record(
    @Body(parsed(NewObjection)) { phone, objects }: z.infer<typeof NewObjection>,
    @CurrentMember() member: Member,
  ): Promise<z.infer<typeof RecordedObjection>> {
    await this.recordObjection.run({ phone, objects, member });
    return { objects };
  }
}
