import { Controller, Delete, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Gives, parsed } from '../../platform/http/parsed.js';
import type { Member } from '../member.js';
import { CurrentMember, ForStaff, May } from '../staff.guard.js';
import { AccountsRepository } from './accounts.repository.js';
import { DecideWaitingAccount } from './decide-waiting-account.js';
import { WaitingAccountAnswer } from './sign-in-answers.js';

const Id = () => Param('id', parsed(z.uuid()));

/** Accounts that tried to sign in with the e-mail address of a member who has another account, or only a key. */
@ApiTags('staff')
@Controller('api/v1/waiting-accounts')
@ForStaff()
export class WaitingAccountsController {
  constructor(
    private readonly accounts: AccountsRepository,
    private readonly decide: DecideWaitingAccount,
  ) {}

  @Get()
  @May('member.write')
  @Gives(z.array(WaitingAccountAnswer))
  async list() {
    return (await this.accounts.waiting()).map((account) => ({
      ...account,
      triedAt: account.triedAt.toISOString(),
    }));
  }

  @Post(':id/link')
  @May('member.write')
  @HttpCode(204)
  async link(@Id() id: string, @CurrentMember() member: Member): Promise<void> {
    await this.decide.link(id, member);
  }

  @Delete(':id')
  @May('member.write')
  @HttpCode(204)
  async drop(@Id() id: string, @CurrentMember() member: Member): Promise<void> {
    await this.decide.drop(id, member);
  }
}
