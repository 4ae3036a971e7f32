import { Module, type DynamicModule } from '@nestjs/common';
import { migrations } from '../../migrations/all.js';
import { AudiencesModule } from '../audiences/audiences.module.js';
import { BroadcastLedgerModule } from '../deliveries/broadcast-ledger.module.js';
import { BroadcastsModule } from '../broadcasts/broadcasts.module.js';
import { DeliveriesModule } from '../deliveries/deliveries.module.js';
import { DirectoryModule } from '../directory/directory.module.js';
import { DispatchModule } from '../dispatch/dispatch.module.js';
import { SystemClock } from '../kernel/clock.js';
import { Brand } from '../platform/brand/brand.js';
import { ConsoleModule } from '../console/console.module.js';
import { ConfigModule } from '../platform/config/config.module.js';
import type { Config } from '../platform/config/config.js';
import { poolSizes } from '../platform/database/pool-sizes.js';
import { DatabaseModule } from '../platform/database/database.module.js';
import { PersonalDataModule } from '../personal-data/personal-data.module.js';
import { PlacesModule } from '../places/places.module.js';
import { PlatformModule } from '../platform/platform.module.js';
import { QueueModule } from '../platform/queue/queue.module.js';
import { PublishingModule } from '../publishing/publishing.module.js';
import { LookModule } from '../publishing/look/look.module.js';
import { SocialModule } from '../publishing/social/social.module.js';
import { WebhooksModule } from '../publishing/webhooks/webhooks.module.js';
import { SiteModule } from '../site/site.module.js';
import { StaffModule } from '../staff/staff.module.js';
import { TemplatesModule } from '../templates/templates.module.js';
import { TopicsModule } from '../topics/topics.module.js';

/** All capabilities, in the order of the floors. */
@Module({})
export class AppModule {
  static with(
    config: Config,
    { pool = poolSizes.web, direct = false, clock = new SystemClock(), brand = Brand.neutral() } = {},
  ): DynamicModule {
    return {
      module: AppModule,
      imports: [
        ConfigModule.with(config),
        DatabaseModule.with(migrations, { pool, direct }),
        PlatformModule.with(clock, brand),
        QueueModule,
        StaffModule,
        PersonalDataModule,
        PlacesModule,
        DirectoryModule,
        TopicsModule,
        TemplatesModule,
        AudiencesModule,
        BroadcastsModule,
        DeliveriesModule,
        BroadcastLedgerModule,
        DispatchModule,
        PublishingModule,
        LookModule,
        SocialModule,
        WebhooksModule,
        SiteModule,
        ConsoleModule,
      ],
    };
  }
}
