import { Global, Module } from '@nestjs/common';
import { AuditLog } from './audit-log.js';
import { HireMember } from './hire-member.js';
import { IdempotencyInterceptor } from './idempotency.interceptor.js';
import { IdempotentAnswers } from './idempotent-answers.repository.js';
import { MembersRepository } from './members.repository.js';
import { RemoveMember } from './remove-member.js';
import { SessionController } from './session.controller.js';
import { StaffGuard } from './staff.guard.js';

@Global()
@Module({
  controllers: [SessionController],
  providers: [
    AuditLog,
    HireMember,
    IdempotencyInterceptor,
    IdempotentAnswers,
    MembersRepository,
    RemoveMember,
    StaffGuard,
  ],
  exports: [AuditLog, IdempotencyInterceptor, IdempotentAnswers, MembersRepository, StaffGuard],
})
export class StaffModule {}
