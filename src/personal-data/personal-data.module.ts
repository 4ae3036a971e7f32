import { Global, Module } from '@nestjs/common';
import { AllowancesModule } from '../platform/allowances/allowances.module.js';
import { ErasePerson } from './erase-person.js';
import { ExportPerson } from './export-person.js';
import { PersonalDataController } from './personal-data.controller.js';
import { LookAllowance } from './look-allowance.js';
import { PersonLog } from './person-log.js';
import { PersonalDataStores } from './personal-data-stores.js';

/** Global, since each capability that stores something about a phone registers itself. */
@Global()
@Module({
  imports: [AllowancesModule],
  controllers: [PersonalDataController],
  providers: [ErasePerson, ExportPerson, LookAllowance, PersonalDataStores, PersonLog],
  exports: [ErasePerson, ExportPerson, LookAllowance, PersonalDataStores, PersonLog],
})
export class PersonalDataModule {}
