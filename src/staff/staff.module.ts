import { Global, Module } from '@nestjs/common';
import { AllowancesModule } from '../platform/allowances/allowances.module.js';
import { AuditLog } from './audit-log.js';
import { GuardBeforeBody } from './guard-before-body.js';
import { HireMember } from './hire-member.js';
import { IdempotencyInterceptor } from './idempotency.interceptor.js';
import { IdempotentAnswers } from './idempotent-answers.repository.js';
import { KeyTries } from './key-tries.js';
import { MembersRepository } from './members.repository.js';
import { Presence } from './presence.js';
import { RemoveMember } from './remove-member.js';
import { SessionController } from './session.controller.js';
import { SignIn } from './sign-in.js';
import { SignOut } from './sign-out.js';
import { StaffGuard } from './staff.guard.js';

@Global()
@Module({
  imports: [AllowancesModule],
  controllers: [SessionController],
  providers: [
    AuditLog,
    GuardBeforeBody,
    HireMember,
    IdempotencyInterceptor,
    IdempotentAnswers,
    KeyTries,
    MembersRepository,
    Presence,
    RemoveMember,
    SignIn,
    SignOut,
    StaffGuard,
  ],
  exports: [
    AuditLog,
    IdempotencyInterceptor,
    IdempotentAnswers,
    MembersRepository,
    StaffGuard,
    KeyTries,
    Presence,
  ],
})
export class StaffModule {}
