import { Body, Controller, Delete, Get, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { dutyRoles } from '../../kernel/duty-roles.js';
import { Gives, parsed, Takes } from '../../platform/http/parsed.js';
import type { Member } from '../member.js';
import { CurrentMember, ForStaff, May } from '../staff.guard.js';
import { ChangeRota } from './change-rota.js';
import { ReadRota } from './read-rota.js';
import { RotaAnswer } from './rota-answers.js';

const Moment = z.iso.datetime({ offset: true });
const ShiftBody = z.strictObject({
  memberId: z.uuid(),
  role: z.enum(dutyRoles),
  startsAt: Moment,
  endsAt: Moment,
  deputyId: z.uuid().optional().meta({ description: 'Who is told instead, or with the reminder' }),
});

/** Who is on duty. */
@ApiTags('rota')
@ForStaff()
@Controller('api/v1/rota')
export class RotaController {
  constructor(
    private readonly read: ReadRota,
    private readonly change: ChangeRota,
  ) {}

  @Get()
  @May('rota.read')
  @Gives(RotaAnswer)
  get() {
    return this.read.run();
  }

  @Post('shifts')
  @May('rota.write')
  @Takes(ShiftBody)
  @Gives(RotaAnswer, 201)
  async add(@Body(parsed(ShiftBody)) body: z.infer<typeof ShiftBody>, @CurrentMember() member: Member) {
    const { startsAt, endsAt, ...shift } = body;
    await this.change.add({ ...shift, startsAt: new Date(startsAt), endsAt: new Date(endsAt) }, member);
    return this.read.run();
  }

  @Delete('shifts/:id')
  @May('rota.write')
  @Gives(RotaAnswer)
  async remove(@Param('id', new ParseUUIDPipe()) id: string, @CurrentMember() member: Member) {
    await this.change.remove(id, member);
    return this.read.run();
  }
}
