import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Gives, parsed, Takes } from '../../platform/http/parsed.js';
import type { Member } from '../../staff/member.js';
import { CurrentMember, ForStaff, May } from '../../staff/staff.guard.js';
import { DecideHold } from './decide-hold.js';
import { HoldAnswer } from './hold-answers.js';
import { SendGateRepository } from './send-gate.repository.js';
import { SendHolds } from './send-holds.repository.js';

const Decision = z.strictObject({
  broadcastId: z.uuid(),
  decision: z.enum(['go-on', 'cancel']).meta({ description: 'Send the rest, or never' }),
});

/** Sending that is held because the ledger lacks sent messages. All staff see it; few may decide. */
@ApiTags('hold')
@Controller('api/v1/hold')
@ForStaff()
@May('broadcast.read')
export class HoldController {
  constructor(
    private readonly holds: SendHolds,
    private readonly gate: SendGateRepository,
    private readonly decideHold: DecideHold,
  ) {}

  @Get()
  @Gives(HoldAnswer)
  async show(): Promise<z.input<typeof HoldAnswer>> {
    const [hold, waiting] = await Promise.all([this.holds.open(), this.gate.waiting()]);
    const { id, since, knownUntil, ...counts } = hold ?? { id: '', since: undefined, knownUntil: undefined };
    return {
      waiting: waiting && { since: waiting.since.toISOString(), why: waiting.why },
      held: hold && {
        since: since!.toISOString(),
        knownUntil: knownUntil!.toISOString(),
        ...(counts as Pick<typeof hold, 'unknown' | 'takenOver' | 'notToldApart' | 'fitsNone'>),
        broadcasts: (await this.holds.broadcasts(id)).map(({ startsAt, ...broadcast }) => ({
          ...broadcast,
          ...(startsAt ? { startsAt: startsAt.toISOString() } : {}),
        })),
      },
    };
  }

  /** One broadcast continues or is cancelled. With the last one the hold ends. */
  @Post('decisions')
  @May('hold.decide')
  @HttpCode(204)
  @Takes(Decision)
  async decide(
    @Body(parsed(Decision)) { broadcastId, decision }: z.infer<typeof Decision>,
    @CurrentMember() member: Member,
  ): Promise<void> {
    await this.decideHold.decide(broadcastId, decision, member);
  }

  /** Ends a hold with nothing left to decide. */
  @Post('end')
  @May('hold.decide')
  @HttpCode(204)
  async end(@CurrentMember() member: Member): Promise<void> {
    await this.decideHold.end(member);
  }

  /** Allows sending although the provider can't be asked what it has sent. */
  @Post('unasked')
  @May('hold.decide')
  @HttpCode(204)
  async sendUnasked(@CurrentMember() member: Member): Promise<void> {
    await this.decideHold.sendUnasked(member);
  }
}
