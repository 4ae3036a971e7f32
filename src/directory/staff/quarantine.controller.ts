import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { PersonLog } from '../../personal-data/person-log.js';
import { Asks, Gives, parsed, Takes } from '../../platform/http/parsed.js';
import type { Member } from '../../staff/member.js';
import { CurrentMember, ForStaff, May } from '../../staff/staff.guard.js';
import { ListQuarantined } from './list-quarantined.js';
import { maskPhone } from './mask-phone.js';
import { QuarantineAnswer } from './quarantine-answers.js';
import { ReasonWords } from '../reason-words.js';
import { ReleaseQuarantine } from './release-quarantine.js';

const Asked = z.strictObject({
  reason: z.string().min(1).max(40).optional().meta({ description: 'A code: only those' }),
  limit: z.coerce.number().int().min(1).max(500).default(100),
  after: z.string().min(1).max(300).optional().meta({ description: '`next` of the page before: older ones' }),
});
const Release = z.strictObject({
  phone: z.string().min(1).max(40).describe('In any usual form, e.g. 070-174 06 05'),
});

/**
 * Numbers that do not exist according to the network. No alert tries them until staff release them, or enough time has
 * passed.
 */
@ApiTags('directory')
@ForStaff()
@Controller('api/v1/directory/quarantine')
export class QuarantineController {
  constructor(
    private readonly listQuarantined: ListQuarantined,
    private readonly releaseQuarantine: ReleaseQuarantine,
    private readonly words: ReasonWords,
    private readonly log: PersonLog,
  ) {}

  @Get()
  @May('quarantine.read')
  @Gives(QuarantineAnswer)
  async list(
    @Asks(Asked) asked: z.infer<typeof Asked>,
    @CurrentMember() member: Member,
  ): Promise<z.infer<typeof QuarantineAnswer>> {
    const { reasons, phones, next } = await this.listQuarantined.run({ ...asked, member });
    return {
      reasons: reasons.map(({ reason, phones: count }) => ({
        code: reason,
        words: this.words.of(reason),
        phones: count,
      })),
      phones: phones.map(({ e164, kind, reason, since }) => ({
        masked: maskPhone(e164),
        subject: this.log.subjectOf(e164),
        kind,
        code: reason,
        since: since.toISOString(),
      })),
      next: next ?? null,
    };
  }

  @Post('releases')
  @May('quarantine.release')
  @HttpCode(204)
  @Takes(Release)
  async release(
    @Body(parsed(Release)) { phone }: z.infer<typeof Release>,
    @CurrentMember() member: Member,
  ): Promise<void> {
    await this.releaseQuarantine.run({ phone, member });
  }
}
