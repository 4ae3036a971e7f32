import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { VerificationEntity } from './verification.entity.js';
import { AllowancesModule } from '../platform/allowances/allowances.module.js';
import { CodeAllowances } from './code-allowances.js';
import { ConfirmVerification } from './confirm-verification.js';
import { RequestVerification } from './request-verification.js';
import { VerificationPersonalData } from './verification-personal-data.js';
import { VerificationsRepository } from './verifications.repository.js';
import { PersonalDataModule } from '../personal-data/personal-data.module.js';
import { StaffModule } from '../staff/staff.module.js';
import { AskForOwnPhone } from './member-phone/ask-for-own-phone.js';
import { ConfirmOwnPhone } from './member-phone/confirm-own-phone.js';
import { OwnPhoneController } from './member-phone/own-phone.controller.js';
import { RemoveOwnPhone } from './member-phone/remove-own-phone.js';
import { ShowOwnPhone } from './member-phone/show-own-phone.js';

const memberPhone = [AskForOwnPhone, ConfirmOwnPhone, RemoveOwnPhone, ShowOwnPhone];
const shared = [ConfirmVerification, RequestVerification, VerificationsRepository];

/**
 * Proves by a code that a phone is the visitor's own, or of the member of staff who gives it.
 *
 * Owns `verification`. Promises few codes per number, per address and in total, and few tries. The sender is a port.
 */
@Module({
  imports: [
    AllowancesModule,
    PersonalDataModule,
    StaffModule,
    TypeOrmModule.forFeature([VerificationEntity]),
  ],
  controllers: [OwnPhoneController],
  providers: [...shared, ...memberPhone, VerificationPersonalData, CodeAllowances],
  exports: [...shared, AllowancesModule],
})
export class VerificationModule {}
