import { Module } from '@nestjs/common';
import { Bulletin } from './bulletin/bulletin.js';
import { BulletinRepository } from './bulletin/bulletin.repository.js';
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
  controllers: [FeedsController],
  providers: [Bulletin, BulletinRepository, PublicAddresses],
  exports: [Bulletin, PublicAddresses],
})
export class PublishingModule {}
