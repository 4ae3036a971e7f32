import { Module } from '@nestjs/common';
import { CodeAllowancesRepository } from './code-allowances.repository.js';
import { ConfirmVerification } from './confirm-verification.js';
import { RequestVerification } from './request-verification.js';
import { VerificationsRepository } from './verifications.repository.js';

const shared = [ConfirmVerification, RequestVerification, VerificationsRepository];

@Module({ providers: [...shared, CodeAllowancesRepository], exports: shared })
export class VerificationModule {}
