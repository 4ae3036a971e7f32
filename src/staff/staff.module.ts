import { Global, Module } from '@nestjs/common';
import { AuditLog } from './audit-log.js';
import { MembersRepository } from './members.repository.js';
import { SessionController } from './session.controller.js';
import { StaffGuard } from './staff.guard.js';

@Global()
@Module({
  controllers: [SessionController],
  providers: [AuditLog, MembersRepository, StaffGuard],
  exports: [AuditLog, MembersRepository, StaffGuard],
})
export class StaffModule {}
