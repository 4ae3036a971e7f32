import { Module } from '@nestjs/common';
import { AllowancesModule } from '../platform/allowances/allowances.module.js';
import { PlacesModule } from '../places/places.module.js';
import { AreaShapes } from './area-shapes.repository.js';
import { AudienceCountsRepository } from './audience-counts.repository.js';
import { AudiencesController } from './audiences.controller.js';
import { AudiencesRepository } from './audiences.repository.js';
import { CountCache } from './count-cache.repository.js';
import { LookAtAudience } from './look-at-audience.js';
import { OverlapsRepository } from './overlaps.repository.js';
import { PreviewAudience } from './preview-audience.js';
import { PublishedAreas } from './published-area/published-areas.js';
import { PublishedByDefault } from './published-area/published-by-default.js';
import { PublishedAreasRepository } from './published-area/published-areas.repository.js';
import { PublishedNames } from './published-area/published-names.js';
import { PublishedNamesRepository } from './published-area/published-names.repository.js';
import { PublishedPolygons } from './published-area/published-polygons.js';
import { PublishedShapes } from './published-area/published-shapes.repository.js';
import { WarmCounts } from './warm-counts.js';
import { TopicsModule } from '../topics/topics.module.js';
import { StaffModule } from '../staff/staff.module.js';

/**
 * Turns places, drawings, topics and earlier broadcasts into phones: the count before sending, and the statement that
 * enrols them.
 *
 * Owns `kept_count` and its helpers. Guarantees that what is counted is what is enrolled (`recipients.sql.ts` is used
 * for both), and that no number reveals a protected person. Entry points: `PreviewAudience` and `recipientsSql`.
 */
@Module({
  imports: [AllowancesModule, PlacesModule, StaffModule, TopicsModule],
  controllers: [AudiencesController],
  providers: [
    AreaShapes,
    AudienceCountsRepository,
    AudiencesRepository,
    CountCache,
    LookAtAudience,
    OverlapsRepository,
    PreviewAudience,
    PublishedAreas,
    PublishedAreasRepository,
    PublishedNames,
    PublishedNamesRepository,
    PublishedPolygons,
    PublishedShapes,
    PublishedByDefault,
    WarmCounts,
  ],
  exports: [
    AreaShapes,
    AudiencesRepository,
    LookAtAudience,
    OverlapsRepository,
    PreviewAudience,
    PublishedAreas,
    PublishedByDefault,
    WarmCounts,
  ],
})
export class AudiencesModule {}
