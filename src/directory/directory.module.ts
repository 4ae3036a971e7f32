import { Module } from '@nestjs/common';
import { ImportPhones } from './import-phones.js';
import { ObjectionsController } from './objections.controller.js';
import { PhoneSourcesRepository } from './phone-sources.repository.js';
import { PhonesRepository } from './phones.repository.js';
import { PhoneSourcesController } from './phone-sources.controller.js';
import { RecordObjection } from './record-objection.js';
import { ReplacePhoneSource } from './replace-phone-source.js';

@Module({
  controllers: [ObjectionsController, PhoneSourcesController],
  providers: [ImportPhones, PhoneSourcesRepository, PhonesRepository, RecordObjection, ReplacePhoneSource],
  exports: [ImportPhones, PhonesRepository, ReplacePhoneSource],
})
export class DirectoryModule {}
