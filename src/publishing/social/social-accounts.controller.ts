import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put, UseInterceptors } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Gives, parsed, Takes } from '../../platform/http/parsed.js';
import { IdempotencyInterceptor } from '../../staff/idempotency.interceptor.js';
import type { Member } from '../../staff/member.js';
import { CurrentMember, ForStaff, May } from '../../staff/staff.guard.js';
import { KeepAccounts } from './keep-accounts.js';
import { SocialAccountAnswer } from './social-answers.js';
import { SocialAccountBody, SocialAccountChangeBody } from './social-bodies.js';
import type { SocialAccountEntity } from './social-account.entity.js';
import { SocialAccounts } from './social-accounts.repository.js';

const Id = () => Param('id', parsed(z.uuid()));

/** The accounts that post what is published. */
@ApiTags('social media')
@ForStaff()
@UseInterceptors(IdempotencyInterceptor)
@Controller('api/v1/social-accounts')
export class SocialAccountsController {
  constructor(
    private readonly accounts: SocialAccounts,
    private readonly keep: KeepAccounts,
  ) {}

  @Get()
  @May('broadcast.read')
  @Gives(z.array(SocialAccountAnswer))
  async list() {
    return (await this.accounts.list()).map(present);
  }

  @Post()
  @May('social.write')
  @Takes(SocialAccountBody)
  @Gives(SocialAccountAnswer, 201)
  async add(
    @Body(parsed(SocialAccountBody)) body: z.infer<typeof SocialAccountBody>,
    @CurrentMember() member: Member,
  ) {
    return this.one(await this.keep.add(body, member));
  }

  @Put(':id')
  @May('social.write')
  @Takes(SocialAccountChangeBody)
  @Gives(SocialAccountAnswer)
  async change(
    @Id() id: string,
    @Body(parsed(SocialAccountChangeBody)) { version, ...change }: z.infer<typeof SocialAccountChangeBody>,
    @CurrentMember() member: Member,
  ) {
    await this.keep.change(id, version, change, member);
    return this.one(id);
  }

  @Delete(':id')
  @May('social.write')
  @HttpCode(204)
  async remove(@Id() id: string, @CurrentMember() member: Member): Promise<void> {
    await this.keep.remove(id, member);
  }

  private async one(id: string) {
    return present(await this.accounts.get(id));
  }
}

const present = ({ activeSince, token: _, remoteId: __, ...account }: SocialAccountEntity) => ({
  ...account,
  active: activeSince !== undefined,
});
