import { Module } from '@nestjs/common';
import { AudiencesController } from './audiences.controller.js';
import { AudiencesRepository } from './audiences.repository.js';
import { PreviewAudience } from './preview-audience.js';

@Module({
  controllers: [AudiencesController],
  providers: [AudiencesRepository, PreviewAudience],
  exports: [AudiencesRepository, PreviewAudience],
})
export class AudiencesModule {}
