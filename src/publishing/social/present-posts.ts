import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { isUndecided, type Broadcast } from '../../broadcasts/broadcast.js';
import { BroadcastsRepository } from '../../broadcasts/broadcasts.repository.js';
import { lengthOfPost } from '../../messages/post-text.js';
import type { SocialAccountEntity } from './social-account.entity.js';
import { SocialAccounts } from './social-accounts.repository.js';
import type { SocialPostAnswer } from './social-answers.js';
import type { SocialPostEntity } from './social-post.entity.js';
import { SocialPosts } from './social-posts.repository.js';
import { WritePost } from './write-post.js';

type Answer = Omit<z.input<typeof SocialPostAnswer>, 'nextTryAt'> & { nextTryAt?: Date | undefined };

/** The posts of a broadcast: those that will be made once it is approved, and what became of those that were due. */
@Injectable()
export class PresentPosts {
  constructor(
    private readonly broadcasts: BroadcastsRepository,
    private readonly accounts: SocialAccounts,
    private readonly posts: SocialPosts,
    private readonly writing: WritePost,
  ) {}

  /** @throws broadcast.not-found */
  async run(broadcastId: string): Promise<Answer[]> {
    const broadcast = await this.broadcasts.get(broadcastId);
    const made = await this.posts.ofBroadcast(broadcastId);
    if (made.length > 0) return Promise.all(made.map((post) => this.made(post, broadcast)));
    const isPlanned = isUndecided(broadcast.state) || broadcast.state === 'scheduled';
    if (!isPlanned || !(await this.isPosted(broadcast))) return [];
    return Promise.all((await this.accounts.active()).map((account) => this.planned(account, broadcast)));
  }

  /** What follows something that was not to be posted isn't posted either. */
  private async isPosted({ isPublic, exercise, noPosts, follows }: Broadcast): Promise<boolean> {
    if (!isPublic || exercise || noPosts) return false;
    return follows === undefined || !(await this.broadcasts.get(follows.root)).noPosts;
  }

  private async planned(account: SocialAccountEntity, broadcast: Broadcast): Promise<Answer> {
    const before = await this.posts.ofIncident(account.id, broadcast.follows?.root ?? broadcast.id);
    const isReply = before.length > 0;
    const { most, ...post } = this.writing.run(broadcast, account, isReply);
    return {
      account: accountOf(account),
      ...post,
      state: 'planned',
      withdrawal: false,
      isReply,
      mostCharacters: most,
      mayBePosted: false,
      tries: 0,
    };
  }

  private async made(post: SocialPostEntity, broadcast: Broadcast): Promise<Answer> {
    const { account } = post;
    const [first] = await this.posts.ofIncident(account.id, post.rootId);
    const isReply = first !== undefined && first.id !== post.id;
    const written = post.withdrawal
      ? this.writing.withdrawal(broadcast, account)
      : this.writing.run(broadcast, account, isReply);
    const text = post.body ?? written.text;
    return {
      id: post.id,
      account: accountOf(account),
      state: post.state,
      withdrawal: post.withdrawal,
      isReply,
      language: written.language,
      text,
      characters: lengthOfPost(text, { perLink: account.linkCharacters }),
      mostCharacters: written.most,
      isCut: written.isCut,
      url: post.url,
      mayBePosted: post.inDoubt && post.state !== 'posted',
      tries: post.tries,
      nextTryAt: post.nextTryAt,
      status: post.status,
      reason: post.reason,
    };
  }
}

const accountOf = ({ id, network, name, profile }: SocialAccountEntity) => ({ id, network, name, profile });
