import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { BroadcastsRepository } from '../../broadcasts/broadcasts.repository.js';
import { Config } from '../../platform/config/config.js';
import { Log } from '../../platform/logging/log.js';
import { AuditLog } from '../../staff/audit-log.js';
import { AtOnce } from '../tries/at-once.js';
import { nextWait } from '../tries/next-wait.js';
import { socialLogEvents } from './log-events.js';
import type { Access, Failure } from './network.js';
import { Networks } from './networks.js';
import { PostOnce, type Trying } from './post-once.js';
import type { SocialAccountEntity } from './social-account.entity.js';
import { SocialAccounts } from './social-accounts.repository.js';
import { SocialPosts, type Claimed } from './social-posts.repository.js';
import { openToken } from './social-token.js';
import { WritePost } from './write-post.js';

const second = 1000;
const minute = 60 * second;

/**
 * Milliseconds from a failed try to the next, from the first on. Within the hour for which Mastodon keeps an idempotency
 * key. After that it is for staff.
 */
const waits: readonly number[] = [
  2 * second,
  10 * second,
  30 * second,
  2 * minute,
  10 * minute,
  15 * minute,
  20 * minute,
];

/** Milliseconds from a doubt to the look for the post, and from one look to the next. */
const beforeLook = { first: 10 * second, next: minute };

/**
 * Posts what is due. Each account has its own requests, so a dead or slow network delays nobody else, and no text to a
 * phone waits for any.
 */
@Injectable()
export class PublishPosts {
  private readonly log = new Log('social', socialLogEvents);
  private readonly stopping = new AbortController();
  private readonly under = new AtOnce(
    1,
    (account) => this.run(account),
    (account, err) => this.log.write('social.error', { account, err }),
  );

  constructor(
    private readonly db: DataSource,
    private readonly accounts: SocialAccounts,
    private readonly posts: SocialPosts,
    private readonly broadcasts: BroadcastsRepository,
    private readonly networks: Networks,
    private readonly writing: WritePost,
    private readonly once: PostOnce,
    private readonly audit: AuditLog,
    private readonly config: Config,
  ) {}

  /** Posts what is due for an account, if it does not do so already. Returns at once; never throws. */
  wake(accountId: string): void {
    if (!this.stopping.signal.aborted) this.under.wake(accountId);
  }

  /** Posts what is due for an account, one after the other. */
  async run(accountId: string): Promise<void> {
    while (!this.stopping.signal.aborted) {
      const claimed = await this.posts.claim(accountId);
      if (!claimed) return;
      await this.try(claimed);
    }
  }

  /** Ends all requests. */
  async stop(): Promise<void> {
    this.stopping.abort();
    await this.under.idle();
  }

  private async try(claimed: Claimed): Promise<void> {
    const account = await this.accounts.get(claimed.accountId);
    const token = openToken(account.token, account.id, this.config.get('SECRET_KEY'));
    if (token === undefined) {
      this.log.write('social.token-unreadable', { account: account.id });
      return this.giveUp(claimed, { reason: 'token-unreadable', inDoubt: claimed.wasInDoubt });
    }
    if (account.refusedAt)
      return this.giveUp(claimed, { reason: 'token-refused', inDoubt: claimed.wasInDoubt });
    const access: Access = {
      address: account.address,
      remoteId: account.remoteId,
      token,
      stop: this.stopping.signal,
    };
    const trying = await this.tryingOf(claimed, account);
    if (!trying) return this.giveUp(claimed, { reason: 'not-published-before', inDoubt: false });
    const outcome = await this.once
      .run(this.networks.of(account.network), access, trying)
      .catch(async (err: unknown) => {
        if (!this.stopping.signal.aborted) throw err;
        await this.posts.giveBack(claimed);
      });
    if (!outcome) return;
    if (outcome.kind === 'posted') return this.posts.posted(claimed, outcome.posted);
    if (outcome.kind === 'stale')
      return this.posts.failed(claimed, { reason: claimed.stale!, inDoubt: false });
    if (outcome.kind === 'look-again')
      return this.posts.failed(claimed, {
        ...{ reason: 'looking', inDoubt: true, looks: claimed.looks + 1 },
        wait: beforeLook.next,
      });
    await this.settle(claimed, account, outcome);
  }

  /** Undefined for the withdrawal of something that this account never posted. */
  private async tryingOf(claimed: Claimed, account: SocialAccountEntity): Promise<Trying | undefined> {
    const broadcast = await this.broadcasts.get(claimed.broadcastId);
    const before = await this.posts.ofIncident(account.id, claimed.rootId);
    const [first] = before;
    if (claimed.withdrawal && !first) return undefined;
    const post = claimed.withdrawal
      ? this.writing.withdrawal(broadcast, account)
      : this.writing.run(broadcast, account, first !== undefined);
    const text = claimed.body ?? (await this.posts.keepBody(claimed.id, post.text));
    const { follows } = broadcast;
    const wrong =
      follows?.relation === 'correction' && !claimed.withdrawal
        ? before.find(({ broadcastId }) => broadcastId === follows.id)
        : undefined;
    return {
      claimed,
      post: { key: claimed.id, text, language: post.language, replyTo: first?.remoteId },
      link: this.writing.linkOf(broadcast, claimed.withdrawal),
      wrong: wrong && {
        remoteId: wrong.remoteId!,
        text: this.writing.corrected(broadcast, wrong.broadcastId, account, wrong !== first).text,
      },
    };
  }

  private async settle(claimed: Claimed, account: SocialAccountEntity, failure: Failure): Promise<void> {
    const { kind, reason, status, wait: asked } = failure;
    const inDoubt = kind === 'doubt';
    if (kind === 'token-refused') {
      await this.tokenRefused(account, claimed, failure);
      return;
    }
    const wait =
      kind === 'later' || kind === 'doubt'
        ? nextWait(waits, { tries: claimed.tries, asked: inDoubt ? beforeLook.first : asked })
        : undefined;
    if (wait === undefined) return this.giveUp(claimed, { reason, status, inDoubt });
    await this.posts.failed(claimed, { reason, status, wait, inDoubt });
  }

  private async tokenRefused(
    account: SocialAccountEntity,
    claimed: Claimed,
    failure: Failure,
  ): Promise<void> {
    const { reason, status } = failure;
    await this.posts.failed(claimed, { reason: 'token-refused', status, inDoubt: claimed.wasInDoubt });
    await this.db.transaction(async (tx) => {
      if (!(await this.accounts.refused(account.id, account.token, tx))) return;
      await this.posts.abandon(account.id, 'token-refused', tx);
      const detail = { network: account.network, name: account.name, reason };
      await this.audit.record({ action: 'social.token-refused', subject: account.id, detail }, tx);
    });
    this.log.write('social.token-refused', { account: account.id, status, reason });
  }

  private async giveUp(
    claimed: Claimed,
    failed: { reason: string; status?: number | undefined; inDoubt: boolean },
  ): Promise<void> {
    await this.posts.failed(claimed, failed);
    const { id: post, accountId: account, tries } = claimed;
    this.log.write('social.given-up', { account, post, tries, status: failed.status, reason: failed.reason });
  }
}
