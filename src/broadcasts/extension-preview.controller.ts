import { Body, Controller, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { AudienceInput, readAudience } from '../audiences/audience.js';
import { PreviewAnswer } from '../audiences/preview-answers.js';
import { polygonBody, TakesUpTo } from '../platform/http/body-limits.js';
import { Gives, parsed, Takes } from '../platform/http/parsed.js';
import type { Member } from '../staff/member.js';
import { CurrentMember, ForStaff, May } from '../staff/staff.guard.js';
import { PreviewExtension } from './preview-extension.js';

const Extension = z.strictObject({ audience: AudienceInput });

/** An extension while whom it is for is still being chosen. */
@ApiTags('broadcasts')
@Controller('api/v1/broadcasts')
@ForStaff()
@May('audience.preview')
export class ExtensionPreviewController {
  constructor(private readonly previewExtension: PreviewExtension) {}

  /** Whom it would reach now, and who has had it already. Limited and in the audit log as other previews are. */
  @Post(':id/extension-preview')
  @TakesUpTo(polygonBody)
  @HttpCode(200)
  @Takes(Extension)
  @Gives(PreviewAnswer.omit({ estimate: true }))
  async preview(
    @Param('id', new ParseUUIDPipe()) id: string,
    @Body(parsed(Extension)) body: z.infer<typeof Extension>,
    @CurrentMember() member: Member,
  ) {
    return this.previewExtension.run(id, readAudience(body.audience), member);
  }
}
