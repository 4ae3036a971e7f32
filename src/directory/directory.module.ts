import { Module } from '@nestjs/common';
import { ImportPhones } from './import-phones.js';
import { ObjectionsController } from './objections.controller.js';
import { PhonesRepository } from './phones.repository.js';
import { RecordObjection } from './record-objection.js';
import { ReplacePhoneSource } from './replace-phone-source.js';

@Module({
  controllers: [ObjectionsController],
  providers: [ImportPhones, PhonesRepository, RecordObjection, ReplacePhoneSource],
  exports: [ImportPhones, PhonesRepository, ReplacePhoneSource],
})
export class DirectoryModule {}
