import { Module } from '@nestjs/common';
import { ObjectionsController } from './objections.controller.js';
import { PhonesRepository } from './phones.repository.js';
import { RecordObjection } from './record-objection.js';
import { ReplacePhoneSource } from './replace-phone-source.js';

@Module({
  controllers: [ObjectionsController],
  providers: [PhonesRepository, RecordObjection, ReplacePhoneSource],
  exports: [ReplacePhoneSource],
})
export class DirectoryModule {}
