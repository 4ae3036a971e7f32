import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { BroadcastsModule } from '../../broadcasts/broadcasts.module.js';
import { StaffModule } from '../../staff/staff.module.js';
import { PublishingModule } from '../publishing.module.js';
import { BroadcastPostsController } from './broadcast-posts.controller.js';
import { Facebook } from './facebook/facebook.js';
import { KeepAccounts } from './keep-accounts.js';
import { Mastodon } from './mastodon/mastodon.js';
import { Networks } from './networks.js';
import { PostByHand } from './post-by-hand.js';
import { PostOnce } from './post-once.js';
import { PresentPosts } from './present-posts.js';
import { PublishPosts } from './publish-posts.js';
import { SocialAccountEntity } from './social-account.entity.js';
import { SocialAccounts } from './social-accounts.repository.js';
import { SocialAccountsController } from './social-accounts.controller.js';
import { SocialPostEntity } from './social-post.entity.js';
import { SocialPosts } from './social-posts.repository.js';
import { SocialWork } from './social-work.js';
import { WritePost } from './write-post.js';

/**
 * Posts what is published on the municipality's accounts on social media (ADR 68).
 *
 * Owns `social_account` and `social_post`. Guarantees one post for each account and version: what may have been posted is
 * looked for before it is posted again. No text to a phone waits for it. A room for each network.
 *
 *     broadcast_event → social_post → try → posted
 *                                      ├ doubt → look for it → posted, or try again
 *                                      └ wait → … → failed: staff copy the text
 */
@Module({
  imports: [
    BroadcastsModule,
    PublishingModule,
    StaffModule,
    TypeOrmModule.forFeature([SocialAccountEntity, SocialPostEntity]),
  ],
  controllers: [SocialAccountsController, BroadcastPostsController],
  providers: [
    Facebook,
    KeepAccounts,
    Mastodon,
    Networks,
    PostByHand,
    PostOnce,
    PresentPosts,
    PublishPosts,
    SocialAccounts,
    SocialPosts,
    SocialWork,
    WritePost,
  ],
})
export class SocialModule {}
