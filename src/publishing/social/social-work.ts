import { Injectable, type BeforeApplicationShutdown } from '@nestjs/common';
import { Log } from '../../platform/logging/log.js';
import { Doorbell } from '../../platform/queue/doorbell.js';
import { Rounds } from '../tries/rounds.js';
import { socialLogEvents } from './log-events.js';
import { PublishPosts } from './publish-posts.js';
import { SocialPosts } from './social-posts.repository.js';

/** Its rings carry the id of an account. */
export const socialBell = 'social';

/**
 * The part of a worker that posts on social media. What is due stands in the database. A ring only says that it is due
 * now; every second each worker looks by itself, so a lost ring or a dead queue loses nothing.
 */
@Injectable()
export class SocialWork implements BeforeApplicationShutdown {
  private readonly log = new Log('social', socialLogEvents);
  private readonly rounds = new Rounds((err) => this.log.write('social.error', { err }));

  constructor(
    private readonly posts: SocialPosts,
    private readonly publish: PublishPosts,
    private readonly doorbell: Doorbell,
  ) {}

  start(): void {
    this.doorbell.answer(socialBell, ({ account }) => {
      if (typeof account === 'string') this.publish.wake(account);
      return Promise.resolve();
    });
    this.rounds.every(1000, () => this.sweep());
  }

  /** Queues what has happened, gives up what is no longer news, and posts what is due. */
  async sweep(): Promise<void> {
    await this.posts.queue();
    await this.posts.dropStale();
    for (const account of await this.posts.due()) this.publish.wake(account);
  }

  async beforeApplicationShutdown(): Promise<void> {
    await Promise.all([this.rounds.stop(), this.publish.stop()]);
  }
}
