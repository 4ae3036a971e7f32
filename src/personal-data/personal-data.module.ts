import { Global, Module } from '@nestjs/common';
import { ErasePerson } from './erase-person.js';
import { ExportPerson } from './export-person.js';
import { PersonalDataController } from './personal-data.controller.js';
import { PersonLog } from './person-log.js';
import { PersonalDataHolders } from './personal-data-holders.js';

/** Global, since each capability that keeps something of a phone adds itself. */
@Global()
@Module({
  controllers: [PersonalDataController],
  providers: [ErasePerson, ExportPerson, PersonalDataHolders, PersonLog],
  exports: [ErasePerson, ExportPerson, PersonalDataHolders, PersonLog],
})
export class PersonalDataModule {}
