import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { StaffModule } from '../staff/staff.module.js';
import { CreateTemplate } from './create-template.js';
import { EditTemplate } from './edit-template.js';
import { ResetTemplate } from './reset-template.js';
import { ReviewTranslation } from './review-translation.js';
import { ShelveTemplate } from './shelve-template.js';
import { TemplateEntity } from './template.entity.js';
import { TemplateReviewEntity } from './template-review.entity.js';
import { TemplateVersionEntity } from './template-version.entity.js';
import { TemplatesController } from './templates.controller.js';
import { TemplatesRepository } from './templates.repository.js';
import { WithdrawReview } from './withdraw-review.js';

/**
 * Messages kept ready, in versions and languages.
 *
 * Owns `template`, `template_version` and `template_review`. Promises that a translation counts as reviewed only for
 * the exact text that a named person has read.
 */
@Module({
  imports: [
    StaffModule,
    TypeOrmModule.forFeature([TemplateEntity, TemplateReviewEntity, TemplateVersionEntity]),
  ],
  controllers: [TemplatesController],
  providers: [
    CreateTemplate,
    EditTemplate,
    ResetTemplate,
    ReviewTranslation,
    ShelveTemplate,
    TemplatesRepository,
    WithdrawReview,
  ],
  exports: [TemplatesRepository],
})
export class TemplatesModule {}
