import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  Param,
  ParseUUIDPipe,
  Post,
  UseInterceptors,
} from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { dutyRoles } from '../../kernel/duty-roles.js';
import { Gives, parsed, Takes } from '../../platform/http/parsed.js';
import { IdempotencyInterceptor } from '../idempotency.interceptor.js';
import type { Member } from '../member.js';
import { CurrentMember, ForStaff, May } from '../staff.guard.js';
import { ChangeRota } from './change-rota.js';
import { ReadRota } from './read-rota.js';
import { PlannedShiftsAnswer, RotaAnswer } from './rota-answers.js';
import type { WeeklyShift } from './weekly.js';

const Moment = z.iso.datetime({ offset: true });
const ShiftBody = z.strictObject({
  memberId: z.uuid(),
  role: z.enum(dutyRoles),
  startsAt: Moment,
  endsAt: Moment,
  deputyId: z.uuid().optional().meta({ description: 'Who is told instead, or with the reminder' }),
});

const SeriesBody = ShiftBody.omit({ memberId: true }).extend({
  memberIds: z.array(z.uuid()).min(1).max(20).meta({
    description: 'Who has the shifts, in turn: the first has the first shift',
  }),
  until: z.iso.date().meta({ description: 'The last day on which a shift may begin' }),
});

/** Who is on duty. */
@ApiTags('rota')
@ForStaff()
@Controller('api/v1/rota')
@UseInterceptors(IdempotencyInterceptor)
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

  /** Times are as those of the first shift, on the municipality's clock. */
  @Post('series/preview')
  @May('rota.write')
  @HttpCode(200)
  @Takes(SeriesBody)
  @Gives(PlannedShiftsAnswer)
  async preview(@Body(parsed(SeriesBody)) body: z.infer<typeof SeriesBody>) {
    const planned = await this.change.plan(toSeries(body));
    return planned.map(({ person, overlaps, ...span }) => ({
      ...span,
      person: nameOf(person),
      overlaps: overlaps.map(({ member, startsAt, endsAt, fromCalendar }) => ({
        person: nameOf(member),
        startsAt,
        endsAt,
        fromCalendar,
      })),
    }));
  }

  @Post('series')
  @May('rota.write')
  @Takes(SeriesBody)
  @Gives(RotaAnswer, 201)
  async addWeekly(
    @Body(parsed(SeriesBody)) body: z.infer<typeof SeriesBody>,
    @CurrentMember() member: Member,
  ) {
    await this.change.addWeekly(toSeries(body), member);
    return this.read.run();
  }

  @Delete('shifts/:id/following')
  @May('rota.write')
  @Gives(RotaAnswer)
  async removeFollowing(@Param('id', new ParseUUIDPipe()) id: string, @CurrentMember() member: Member) {
    await this.change.removeFollowing(id, member);
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

function toSeries({ startsAt, endsAt, until, ...shift }: z.infer<typeof SeriesBody>): WeeklyShift {
  const [year, month, day] = until.split('-').map(Number);
  return {
    ...shift,
    startsAt: new Date(startsAt),
    endsAt: new Date(endsAt),
    until: { year: year!, month: month!, day: day! },
  };
}

const nameOf = ({ id, name }: { readonly id: string; readonly name: string }) => ({ id, name });
