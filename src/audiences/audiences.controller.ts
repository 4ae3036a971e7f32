import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { channelChoices } from '../kernel/channel-choice.js';
import { markText } from '../messages/marked-text.js';
import { measure } from '../messages/measure-text.js';
import { tidyMessageText } from '../messages/message-text.js';
import { Config } from '../platform/config/config.js';
import { polygonBody, TakesUpTo } from '../platform/http/body-limits.js';
import { Gives, parsed, Takes } from '../platform/http/parsed.js';
import type { Member } from '../staff/member.js';
import { CurrentMember, ForStaff, May } from '../staff/staff.guard.js';
import { AudienceInput, readAudience } from './audience.js';
import { estimate } from './estimate.js';
import { LookAtAudience } from './look-at-audience.js';
import { PublishedByDefault } from './published-area/published-by-default.js';
import { PreviewAnswer } from './preview-answers.js';
import { tariffOf } from './tariff.js';

const PreviewRequest = z.strictObject({
  audience: AudienceInput,
  channels: z.enum(channelChoices).default('mobile-first'),
  texts: z
    .array(
      z.strictObject({
        language: z.string().max(10),
        sms: z.string().max(10_000),
        voice: z.string().max(4000).optional(),
      }),
    )
    .max(20)
    .optional(),
});

@ApiTags('audiences')
@Controller('api/v1/audiences')
@ForStaff()
@May('audience.preview')
export class AudiencesController {
  constructor(
    private readonly look: LookAtAudience,
    private readonly published: PublishedByDefault,
    private readonly config: Config,
  ) {}

  /**
   * Counts whom an audience would reach now. Limited per member. A count of few addresses is recorded in the audit log.
   */
  @Post('preview')
  @TakesUpTo(polygonBody)
  @HttpCode(200)
  @Takes(PreviewRequest)
  @Gives(PreviewAnswer)
  async preview(
    @Body(parsed(PreviewRequest)) body: z.infer<typeof PreviewRequest>,
    @CurrentMember() member: Member,
  ) {
    const audience = readAudience(body.audience);
    const { told, ...looked } = await this.look.run(audience, body.channels, member);
    const preview = { ...looked, publicByDefault: await this.published.of(audience) };
    if (!body.texts) return preview;
    const topicOf = 'topic' in audience ? this.config.get('MUNICIPALITY_NAME') : undefined;
    const texts = body.texts.map(({ language, sms }) => {
      const full = tidyMessageText(markText(sms, language, { exercise: false, topicOf }));
      return { language, segments: measure(full).segments };
    });
    return {
      ...preview,
      estimate: estimate(told, texts, tariffOf(this.config, audience), this.config.voices),
    };
  }
}
