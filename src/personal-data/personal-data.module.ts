import { Module } from '@nestjs/common';
import { AllowancesModule } from '../platform/allowances/allowances.module.js';
import { ErasePerson } from './erase-person.js';
import { ExportPerson } from './export-person.js';
import { PersonalDataController } from './personal-data.controller.js';
import { LookAllowance } from './look-allowance.js';
import { PersonLog } from './person-log.js';
import { PersonalDataStores } from './personal-data-stores.js';
import { StaffModule } from '../staff/staff.module.js';

/**
 * Export and erasure of one person. Owns no table.
 *
 * Promises that both reach every capability that keeps something of a phone: each adds itself to `PersonalDataStores`.
 */
@Module({
  imports: [AllowancesModule, StaffModule],
  controllers: [PersonalDataController],
  providers: [ErasePerson, ExportPerson, LookAllowance, PersonalDataStores, PersonLog],
  exports: [ErasePerson, ExportPerson, LookAllowance, PersonalDataStores, PersonLog],
})
export class PersonalDataModule {}
