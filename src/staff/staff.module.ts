import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AccessKeyEntity } from './access-key.entity.js';
import { DepartmentEntity } from './department.entity.js';
import { MemberEntity } from './member.entity.js';
import { StaffSessionEntity } from './staff-session.entity.js';
import { AllowancesModule } from '../platform/allowances/allowances.module.js';
import { AuditLog } from './audit-log.js';
import { DepartmentsController } from './departments.controller.js';
import { GuardBeforeBody } from './guard-before-body.js';
import { HireMember } from './hire-member.js';
import { IdempotencyInterceptor } from './idempotency.interceptor.js';
import { IdempotentAnswers } from './idempotent-answers.repository.js';
import { KeyTries } from './key-tries.js';
import { MembersRepository } from './members.repository.js';
import { Presence } from './presence.js';
import { RemoveMember } from './remove-member.js';
import { FetchCalendar } from './rota/calendar/fetch-calendar.js';
import { ReadRotaCalendar } from './rota/calendar/read-rota-calendar.js';
import { RotaCalendarRepository } from './rota/calendar/rota-calendar.repository.js';
import { ChangeRota } from './rota/change-rota.js';
import { DutyShiftEntity } from './rota/duty-shift.entity.js';
import { ReadRota } from './rota/read-rota.js';
import { RotaController } from './rota/rota.controller.js';
import { RotaRepository } from './rota/rota.repository.js';
import { SessionController } from './session.controller.js';
import { SignIn } from './sign-in.js';
import { SignOut } from './sign-out.js';
import { StaffGuard } from './staff.guard.js';

/**
 * Members of staff: departments, members, sign-in, rights, and the audit log.
 *
 * Owns `department`, `member`, `access_key`, `staff_session`, `duty_shift`, `rota_calendar`, `rota_gap_told`, `audit_entry` and `idempotent_answer`. Promises that
 * every route requires a right (`rights.ts`), and that a change to the audit log is detected.
 */
@Module({
  imports: [
    AllowancesModule,
    TypeOrmModule.forFeature([
      AccessKeyEntity,
      DepartmentEntity,
      DutyShiftEntity,
      MemberEntity,
      StaffSessionEntity,
    ]),
  ],
  controllers: [DepartmentsController, RotaController, SessionController],
  providers: [
    AuditLog,
    ChangeRota,
    FetchCalendar,
    GuardBeforeBody,
    HireMember,
    IdempotencyInterceptor,
    IdempotentAnswers,
    KeyTries,
    MembersRepository,
    Presence,
    ReadRota,
    ReadRotaCalendar,
    RemoveMember,
    RotaCalendarRepository,
    RotaRepository,
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
    ReadRota,
    ReadRotaCalendar,
    RotaRepository,
  ],
})
export class StaffModule {}
