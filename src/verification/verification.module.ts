import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { VerificationEntity } from './verification.entity.js';
import { AllowancesModule } from '../platform/allowances/allowances.module.js';
import { CodeAllowances } from './code-allowances.js';
import { ConfirmVerification } from './confirm-verification.js';
import { RequestVerification } from './request-verification.js';
import { VerificationPersonalData } from './verification-personal-data.js';
import { VerificationsRepository } from './verifications.repository.js';

const shared = [ConfirmVerification, RequestVerification, VerificationsRepository];

/**
 * A code to a phone proves that it is one's own.
 *
 * Owns `verification`. Promises few codes to a number, an address and in all, and few tries. Who sends is a port.
 */
@Module({
  imports: [AllowancesModule, TypeOrmModule.forFeature([VerificationEntity])],
  providers: [...shared, VerificationPersonalData, CodeAllowances],
  exports: [...shared, AllowancesModule],
})
export class VerificationModule {}
