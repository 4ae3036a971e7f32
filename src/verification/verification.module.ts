import { Module } from '@nestjs/common';
import { AllowancesRepository } from './allowances.repository.js';
import { CodeAllowances } from './code-allowances.js';
import { ConfirmVerification } from './confirm-verification.js';
import { RequestVerification } from './request-verification.js';
import { VerificationHolder } from './verification-holder.js';
import { VerificationsRepository } from './verifications.repository.js';

const shared = [AllowancesRepository, ConfirmVerification, RequestVerification, VerificationsRepository];

@Module({ providers: [...shared, VerificationHolder, CodeAllowances], exports: shared })
export class VerificationModule {}
