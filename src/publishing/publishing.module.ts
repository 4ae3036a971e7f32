import { Module } from '@nestjs/common';
import { Config } from '../platform/config/config.js';
import { Bulletin } from './bulletin/bulletin.js';
import { BulletinRepository } from './bulletin/bulletin.repository.js';
import { CapChains } from './cap/cap-chains.js';
import { CapController } from './cap/cap.controller.js';
import { CapSigner, readSigner } from './cap/cap-signature.js';
import { FeedsController } from './feeds/feeds.controller.js';
import { PublicAddresses } from './public-addresses.js';

/**
 * What the municipality publishes of its broadcasts: the data of the public pages, feeds and CAP.
 *
 * Owns no table for it: the broadcasts and the outbox of their events say what is public, so nothing can be published
 * twice, late or not at all after a crash. Guarantees that all pages and feeds say the same version, and the last one
 * when the database is away. Entry point: `Bulletin`.
 */
@Module({
  controllers: [FeedsController, CapController],
  providers: [
    Bulletin,
    BulletinRepository,
    PublicAddresses,
    CapChains,
    {
      provide: CapSigner,
      useFactory: (config: Config) =>
        readSigner(config.get('CAP_SIGNING_KEY_FILE'), config.get('CAP_SIGNING_CERT_FILE')),
      inject: [Config],
    },
  ],
  exports: [Bulletin, PublicAddresses],
})
export class PublishingModule {}
