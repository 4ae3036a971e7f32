import { Module } from '@nestjs/common';
import { DirectoryModule } from '../directory/directory.module.js';
import { TopicsModule } from '../topics/topics.module.js';
import { VerificationModule } from '../verification/verification.module.js';
import { AddAddressController } from './add-address.controller.js';
import { ChangeAddressController } from './change-address.controller.js';
import { CheckNumberController } from './check-number.controller.js';
import { CodeController } from './code.controller.js';
import { FormPress } from './form-press.js';
import { InformationController } from './information.controller.js';
import { NumberForm } from './number-form.js';
import { OwnAddressesController } from './own-addresses.controller.js';
import { OwnChangesController } from './own-changes.controller.js';
import { OwnTopicsController } from './own-topics.controller.js';
import { PagePress } from './page-press.js';
import { StylesheetController } from './style/stylesheet.controller.js';
import { TopicsPageController } from './topics-page.controller.js';
import { UnknownPageController } from './unknown-page.controller.js';
import { WellKnownController } from './well-known.controller.js';

@Module({
  imports: [VerificationModule, DirectoryModule, TopicsModule],
  controllers: [
    InformationController,
    TopicsPageController,
    CodeController,
    OwnTopicsController,
    OwnChangesController,
    OwnAddressesController,
    AddAddressController,
    ChangeAddressController,
    CheckNumberController,
    StylesheetController,
    WellKnownController,
    UnknownPageController,
  ],
  providers: [FormPress, NumberForm, PagePress],
})
export class SiteModule {}
