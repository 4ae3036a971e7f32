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

const shared = [ConfirmVerification, RequestVerification, VerificationsRepository];

/**
 * Proves by a code that a phone is the visitor's own.
 *
 * Owns `verification`. Promises few codes per number, per address and in total, and few tries. The sender is a port.
 */
@Module({
  imports: [AllowancesModule, PersonalDataModule, TypeOrmModule.forFeature([VerificationEntity])],
  providers: [...shared, VerificationPersonalData, CodeAllowances],
  exports: [...shared, AllowancesModule],
})
export class VerificationModule {}
