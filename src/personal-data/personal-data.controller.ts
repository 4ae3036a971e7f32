import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { Gives, parsed, Takes } from '../platform/http/parsed.js';
import type { Member } from '../staff/member.js';
import { CurrentMember, ForStaff, May } from '../staff/staff.guard.js';
import { ErasePerson } from './erase-person.js';
import { ExportPerson } from './export-person.js';
import { ErasureAnswer, PersonalDataAnswer, PersonAsked } from './personal-data-answers.js';

/** Export and erasure, to which a person has a right. Uses POST, so that no phone number is in a URL that is logged. */
@ApiTags('personal-data')
@ForStaff()
@Controller('api/v1/personal-data')
export class PersonalDataController {
  constructor(
    private readonly exportPerson: ExportPerson,
    private readonly erasePerson: ErasePerson,
  ) {}

  @Post('exports')
  @May('person.export')
  @HttpCode(200)
  @Takes(PersonAsked)
  @Gives(PersonalDataAnswer)
  async export(
    @Body(parsed(PersonAsked)) asked: z.infer<typeof PersonAsked>,
    @CurrentMember() member: Member,
  ) {
    return this.exportPerson.run({ ...asked, memberId: member.id });
  }

  @Post('erasures')
  @May('person.erase')
  @HttpCode(200)
  @Takes(PersonAsked)
  @Gives(ErasureAnswer)
  async erase(
    @Body(parsed(PersonAsked)) asked: z.infer<typeof PersonAsked>,
    @CurrentMember() member: Member,
  ) {
    return { erased: await this.erasePerson.run({ ...asked, memberId: member.id }) };
  }
}
