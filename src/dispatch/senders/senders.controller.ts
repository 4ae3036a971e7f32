import { Controller, Delete, Get, HttpCode, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { refusal } from '../../kernel/refusal.js';
import { Config } from '../../platform/config/config.js';
import { Gives } from '../../platform/http/parsed.js';
import type { Member } from '../../staff/member.js';
import { CurrentMember, ForStaff, May } from '../../staff/staff.guard.js';
import { RestartSender } from './restart-sender.js';
import { SenderAnswer } from './sender-answers.js';
import { SenderStops } from './sender-stops.repository.js';
import { sendersOf } from './senders.js';

const NoSuchSender = refusal('sender.not-found', 'not-found', {
  sv: 'Avsändaren finns inte.',
  en: 'There is no such sender.',
});

/** The senders, and which of them are stopped because of the provider. */
@ApiTags('senders')
@Controller('api/v1/senders')
@ForStaff()
@May('sender.read')
export class SendersController {
  constructor(
    private readonly config: Config,
    private readonly stops: SenderStops,
    private readonly restartSender: RestartSender,
  ) {}

  @Get()
  @Gives(z.array(SenderAnswer))
  async list() {
    const stops = await this.stops.all();
    return sendersOf(this.config).map((sender) => {
      const stop = stops.find((s) => s.sender === sender.id);
      const { reason, at, probeAt } = stop ?? {};
      return { ...sender, stopped: stop && { reason, at, probeAt } };
    });
  }

  /** Starts the sender again after the account was repaired. */
  @Delete(':id/stop')
  @May('sender.restart')
  @HttpCode(204)
  async restart(@Param('id') id: string, @CurrentMember() member: Member): Promise<void> {
    if (!sendersOf(this.config).some((sender) => sender.id === id)) throw NoSuchSender();
    await this.restartSender.run(id, member);
  }
}
