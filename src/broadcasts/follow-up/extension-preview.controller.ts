import { Body, Controller, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { AudienceInput, readAudience } from '../../audiences/audience.js';
import { PreviewAnswer } from '../../audiences/preview-answers.js';
import { polygonBody, TakesUpTo } from '../../platform/http/body-limits.js';
import { Gives, parsed, Takes } from '../../platform/http/parsed.js';
import type { Member } from '../../staff/member.js';
import { CurrentMember, ForStaff, May } from '../../staff/staff.guard.js';
import { PreviewExtension } from './preview-extension.js';

const Extension = z.strictObject({ audience: AudienceInput });

/** The preview of an extension while its audience is still being chosen. */
@ApiTags('broadcasts')
@Controller('api/v1/broadcasts')
@ForStaff()
@May('audience.preview')
export class ExtensionPreviewController {
  constructor(private readonly previewExtension: PreviewExtension) {}

  /**
   * Whom it would reach now, and how many have had it already. Limited and recorded in the audit log like other
   * previews.
   */
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
