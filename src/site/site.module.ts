import { Module } from '@nestjs/common';
import { TopicsModule } from '../topics/topics.module.js';
import { VerificationModule } from '../verification/verification.module.js';
import { CodeController } from './code.controller.js';
import { InformationController } from './information.controller.js';
import { OwnChangesController } from './own-changes.controller.js';
import { OwnTopicsController } from './own-topics.controller.js';
import { PagePress } from './page-press.js';
import { StylesheetController } from './style/stylesheet.controller.js';
import { TopicsPageController } from './topics-page.controller.js';
import { UnknownPageController } from './unknown-page.controller.js';

@Module({
  imports: [VerificationModule, TopicsModule],
  controllers: [
    InformationController,
    TopicsPageController,
    CodeController,
    OwnTopicsController,
    OwnChangesController,
    StylesheetController,
    UnknownPageController,
  ],
  providers: [PagePress],
})
export class SiteModule {}
