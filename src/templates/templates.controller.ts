import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { TakesUpTo } from '../platform/http/body-limits.js';
import { Compressed } from '../platform/http/compressed.js';
import { Asks, Gives, parsed, Takes } from '../platform/http/parsed.js';
import type { Member } from '../staff/member.js';
import { MembersRepository } from '../staff/members.repository.js';
import { CurrentMember, ForStaff, May } from '../staff/staff.guard.js';
import { CreateTemplate } from './create-template.js';
import { EditTemplate } from './edit-template.js';
import { presentInFull, presentTemplate } from './present-template.js';
import { ResetTemplate } from './reset-template.js';
import { ReviewTranslation } from './review-translation.js';
import { ShelveTemplate } from './shelve-template.js';
import { NoSuchTemplate, templateStates } from './template.js';
import { TemplateAnswer, TemplateInFullAnswer } from './template-answers.js';
import { ReviewBody, TemplateBody, TemplateChangeBody, VersionBody } from './template-bodies.js';
import { TemplatesRepository } from './templates.repository.js';
import { WithdrawReview } from './withdraw-review.js';

const Listing = z.strictObject({
  state: z.enum(templateStates).optional().meta({ description: 'Left out: all' }),
});
const Id = z.uuid();
const Language = z.string().regex(/^[a-z]{2,3}$/, 'an ISO 639 code such as sv');
/** Each text has up to 15 600 characters; this is room for some ten languages in a script that JSON escapes. */
const bodyLimit = 1024 * 1024;

type InFull = Promise<z.infer<typeof TemplateInFullAnswer>>;

@ApiTags('templates')
@ForStaff()
@Controller('api/v1/templates')
export class TemplatesController {
  constructor(
    private readonly templates: TemplatesRepository,
    private readonly members: MembersRepository,
    private readonly createTemplate: CreateTemplate,
    private readonly editTemplate: EditTemplate,
    private readonly shelveTemplate: ShelveTemplate,
    private readonly resetTemplate: ResetTemplate,
    private readonly reviewTranslation: ReviewTranslation,
    private readonly withdrawReview: WithdrawReview,
  ) {}

  // Some 150 kB for the shipped ones, and a broadcast is often written on a weak network.
  @Get()
  @Compressed()
  @May('template.read')
  @Gives(z.array(TemplateAnswer))
  async list(@Asks(Listing) { state }: z.infer<typeof Listing>): Promise<z.infer<typeof TemplateAnswer>[]> {
    return (await this.templates.list(state ? { state } : {})).map(presentTemplate);
  }

  @Get(':id')
  @May('template.read')
  @Gives(TemplateInFullAnswer)
  async show(@Param('id', parsed(Id)) id: string): InFull {
    const template = await this.templates.find(id);
    if (!template) throw NoSuchTemplate();
    const versions = await this.templates.versions(id);
    const ids = versions.flatMap(({ memberId }) => (memberId === undefined ? [] : [memberId]));
    return presentInFull(template, versions, await this.members.namesOf([...new Set(ids)]));
  }

  @Post()
  @TakesUpTo(bodyLimit)
  @May('template.write')
  @Takes(TemplateBody)
  @Gives(TemplateInFullAnswer, 201)
  async create(
    @Body(parsed(TemplateBody)) body: z.infer<typeof TemplateBody>,
    @CurrentMember() member: Member,
  ): InFull {
    return this.show(await this.createTemplate.run(body, member));
  }

  @Put(':id')
  @TakesUpTo(bodyLimit)
  @May('template.write')
  @Takes(TemplateChangeBody)
  @Gives(TemplateInFullAnswer)
  async edit(
    @Param('id', parsed(Id)) id: string,
    @Body(parsed(TemplateChangeBody)) { version, ...content }: z.infer<typeof TemplateChangeBody>,
    @CurrentMember() member: Member,
  ): InFull {
    await this.editTemplate.run(id, content, version, member);
    return this.show(id);
  }

  @Post(':id/archive')
  @HttpCode(200)
  @May('template.write')
  @Gives(TemplateInFullAnswer)
  async archive(@Param('id', parsed(Id)) id: string, @CurrentMember() member: Member): InFull {
    await this.shelveTemplate.run(id, 'archived', member);
    return this.show(id);
  }

  @Post(':id/restoration')
  @HttpCode(200)
  @May('template.write')
  @Gives(TemplateInFullAnswer)
  async restore(@Param('id', parsed(Id)) id: string, @CurrentMember() member: Member): InFull {
    await this.shelveTemplate.run(id, 'active', member);
    return this.show(id);
  }

  @Post(':id/reset')
  @HttpCode(200)
  @May('template.write')
  @Takes(VersionBody)
  @Gives(TemplateInFullAnswer)
  async reset(
    @Param('id', parsed(Id)) id: string,
    @Body(parsed(VersionBody)) { version }: z.infer<typeof VersionBody>,
    @CurrentMember() member: Member,
  ): InFull {
    await this.resetTemplate.run(id, version, member);
    return this.show(id);
  }

  @Post(':id/review')
  @HttpCode(200)
  @May('template.write')
  @Takes(ReviewBody)
  @Gives(TemplateInFullAnswer)
  async review(
    @Param('id', parsed(Id)) id: string,
    @Body(parsed(ReviewBody)) body: z.infer<typeof ReviewBody>,
    @CurrentMember() member: Member,
  ): InFull {
    await this.reviewTranslation.run(id, body, member);
    return this.show(id);
  }

  @Delete(':id/review/:language')
  @May('template.write')
  @Gives(TemplateInFullAnswer)
  async withdraw(
    @Param('id', parsed(Id)) id: string,
    @Param('language', parsed(Language)) language: string,
    @CurrentMember() member: Member,
  ): InFull {
    await this.withdrawReview.run(id, language, member);
    return this.show(id);
  }
}
