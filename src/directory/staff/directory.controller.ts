import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { PersonAsked } from '../../personal-data/personal-data-answers.js';
import { Gives, parsed, Takes } from '../../platform/http/parsed.js';
import type { Member } from '../../staff/member.js';
import { CurrentMember, ForStaff, May } from '../../staff/staff.guard.js';
import { LookUpPhone } from './look-up-phone.js';
import { PhoneLookupAnswer } from './lookup-answers.js';
import { phoneRoles } from '../../kernel/phone-roles.js';
import { AssignPhone } from './assign-phone.js';
import { presentLookup } from './present-lookup.js';
import { ReasonWords } from '../reason-words.js';
import { RemovePhone } from './remove-phone.js';

const phone = z.string().min(1).max(40).meta({ description: 'In any usual form, e.g. 070-174 06 05' });
const AtAddress = z.strictObject({ phone, addressId: z.uuid() });
const NewPlacement = z.strictObject({
  phone,
  addressId: z.uuid(),
  role: z.enum(phoneRoles).default('resident'),
  household: z.string().trim().min(1).max(40).optional().meta({
    description: 'Who live together at an address that many share: the same word for each of them',
  }),
  language: z
    .string()
    .regex(/^[a-z]{2,3}$/)
    .optional(),
  protected: z.boolean().default(false).meta({
    description: 'A protected identity: never shown afterwards, and never reached by an address',
  }),
});
const PlacementAnswer = z.strictObject({ placed: z.literal(true) });

/** Phones that staff look up and enter. By POST, so that no number is in a URL that is logged. */
@ApiTags('directory')
@ForStaff()
@Controller('api/v1/directory')
export class DirectoryController {
  constructor(
    private readonly lookUpPhone: LookUpPhone,
    private readonly assignPhone: AssignPhone,
    private readonly removePhone: RemovePhone,
    private readonly words: ReasonWords,
  ) {}

  @Post('lookups')
  @May('phone.look-up')
  @HttpCode(200)
  @Takes(PersonAsked)
  @Gives(PhoneLookupAnswer)
  async lookUp(
    @Body(parsed(PersonAsked)) asked: z.infer<typeof PersonAsked>,
    @CurrentMember() member: Member,
  ): Promise<z.infer<typeof PhoneLookupAnswer>> {
    return presentLookup(await this.lookUpPhone.run({ ...asked, member }), this.words);
  }

  @Post('placements')
  @May('phone.place')
  @HttpCode(200)
  @Takes(NewPlacement)
  @Gives(PlacementAnswer)
  async place(
    @Body(parsed(NewPlacement)) placement: z.infer<typeof NewPlacement>,
    @CurrentMember() member: Member,
  ): Promise<z.infer<typeof PlacementAnswer>> {
    await this.assignPhone.run({ ...placement, member });
    return { placed: true };
  }

  @Post('removals')
  @May('phone.place')
  @HttpCode(204)
  @Takes(AtAddress)
  async remove(
    @Body(parsed(AtAddress)) at: z.infer<typeof AtAddress>,
    @CurrentMember() member: Member,
  ): Promise<void> {
    await this.removePhone.run({ ...at, member });
  }
}
