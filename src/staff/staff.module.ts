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
import { AccountSignIn } from './oidc/account-sign-in.js';
import { AccountsRepository } from './oidc/accounts.repository.js';
import { AuthController } from './oidc/auth.controller.js';
import { BackChannelLogout } from './oidc/back-channel-logout.js';
import { ChangeRoleMappings } from './oidc/change-role-mappings.js';
import { DecideWaitingAccount } from './oidc/decide-waiting-account.js';
import { IdentityProvider } from './oidc/identity-provider.js';
import { RoleMappingEntity } from './oidc/role-mapping.entity.js';
import { RoleMappingsController } from './oidc/role-mappings.controller.js';
import { RoleMappingsRepository } from './oidc/role-mappings.repository.js';
import { SignInWaysController } from './oidc/sign-in-ways.controller.js';
import { StaffAccountEntity } from './oidc/staff-account.entity.js';
import { StartedSignInEntity } from './oidc/started-sign-in.entity.js';
import { WaitingAccountEntity } from './oidc/waiting-account.entity.js';
import { WaitingAccountsController } from './oidc/waiting-accounts.controller.js';
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
 * Owns `department`, `member`, `access_key`, `staff_session`, `staff_account`, `waiting_account`, `started_sign_in`, `role_mapping`, `duty_shift`, `rota_calendar`, `rota_gap_told`, `audit_entry` and `idempotent_answer`. Promises that
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
      RoleMappingEntity,
      StaffAccountEntity,
      StaffSessionEntity,
      StartedSignInEntity,
      WaitingAccountEntity,
    ]),
  ],
  controllers: [
    AuthController,
    DepartmentsController,
    RoleMappingsController,
    RotaController,
    SessionController,
    SignInWaysController,
    WaitingAccountsController,
  ],
  providers: [
    AccountSignIn,
    AccountsRepository,
    AuditLog,
    BackChannelLogout,
    ChangeRoleMappings,
    ChangeRota,
    DecideWaitingAccount,
    FetchCalendar,
    GuardBeforeBody,
    HireMember,
    IdempotencyInterceptor,
    IdempotentAnswers,
    IdentityProvider,
    KeyTries,
    MembersRepository,
    Presence,
    ReadRota,
    ReadRotaCalendar,
    RemoveMember,
    RoleMappingsRepository,
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
