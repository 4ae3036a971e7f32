import { Body, Controller, Get, Headers, HttpCode, Ip, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { preferredLanguage } from '../../kernel/language.js';
import { Gives, parsed, Takes } from '../../platform/http/parsed.js';
import type { Member } from '../../staff/member.js';
import { CurrentMember, ForStaff, May } from '../../staff/staff.guard.js';
import { AskForOwnPhone } from './ask-for-own-phone.js';
import { ConfirmOwnPhone } from './confirm-own-phone.js';
import { OwnPhoneAnswer } from './own-phone-answers.js';
import { RemoveOwnPhone } from './remove-own-phone.js';
import { ShowOwnPhone } from './show-own-phone.js';

const Phone = z.strictObject({
  phone: z.string().max(60).nullable().meta({
    description: 'A mobile, in any usual form: a code is sent there. null removes the phone',
  }),
});
const Code = z.strictObject({ code: z.string().max(60).meta({ description: 'The six digits' }) });

/** The phone where the program texts a member of staff. */
@ApiTags('session')
@ForStaff()
@Controller('api/v1/session/phone')
export class OwnPhoneController {
  constructor(
    private readonly show: ShowOwnPhone,
    private readonly ask: AskForOwnPhone,
    private readonly confirm: ConfirmOwnPhone,
    private readonly remove: RemoveOwnPhone,
  ) {}

  @Get()
  @May('own-phone.set')
  @Gives(OwnPhoneAnswer)
  get(@CurrentMember() { id }: Member) {
    return this.show.run(id);
  }

  @Put()
  @Takes(Phone)
  @May('own-phone.set')
  @Gives(OwnPhoneAnswer)
  async give(
    @Body(parsed(Phone)) { phone }: z.infer<typeof Phone>,
    @CurrentMember() { id }: Member,
    @Ip() client: string,
    @Headers('accept-language') accepted: string | undefined,
  ) {
    if (phone === null) await this.remove.run(id);
    else await this.ask.run(id, { number: phone, language: preferredLanguage(accepted), client });
    return this.show.run(id);
  }

  @Post('confirmation')
  @HttpCode(200)
  @Takes(Code)
  @May('own-phone.set')
  @Gives(OwnPhoneAnswer)
  async giveCode(@Body(parsed(Code)) { code }: z.infer<typeof Code>, @CurrentMember() { id }: Member) {
    await this.confirm.run(id, code);
    return this.show.run(id);
  }
}
