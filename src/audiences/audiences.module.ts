import { Module } from '@nestjs/common';
import { PlacesModule } from '../places/places.module.js';
import { AudienceCountsRepository } from './audience-counts.repository.js';
import { AudiencesController } from './audiences.controller.js';
import { AudiencesRepository } from './audiences.repository.js';
import { KeptCounts } from './kept-counts.repository.js';
import { OverlapsRepository } from './overlaps.repository.js';
import { PreviewAudience } from './preview-audience.js';
import { WarmCounts } from './warm-counts.js';

@Module({
  imports: [PlacesModule],
  controllers: [AudiencesController],
  providers: [
    AudienceCountsRepository,
    AudiencesRepository,
    KeptCounts,
    OverlapsRepository,
    PreviewAudience,
    WarmCounts,
  ],
  exports: [AudiencesRepository, OverlapsRepository, PreviewAudience, WarmCounts],
})
export class AudiencesModule {}
