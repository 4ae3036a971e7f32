import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { refusal } from '../../kernel/refusal.js';
import { Doorbell } from '../../platform/queue/doorbell.js';
import { AuditLog } from '../../staff/audit-log.js';
import type { Member } from '../../staff/member.js';
import { SocialPosts } from './social-posts.repository.js';
import { socialBell } from './social-work.js';

const NotGivenUp = refusal('social.not-given-up', 'conflict', {
  sv: 'Inlägget är redan publicerat eller på väg, eller så är kontot avstängt. Läs om sidan.',
  en: 'The post is published or on its way already, or the account is switched off. Reload the page.',
});
const NotTried = refusal('social.not-waiting', 'conflict', {
  sv: 'Inlägget väntar inte längre på ett nytt försök. Läs om sidan.',
  en: 'The post no longer waits to be tried again. Reload the page.',
});

/** What staff do about a post that an account could not make. */
@Injectable()
export class PostByHand {
  constructor(
    private readonly db: DataSource,
    private readonly posts: SocialPosts,
    private readonly audit: AuditLog,
    private readonly doorbell: Doorbell,
  ) {}

  /** Tries once more what was given up. @throws social.not-given-up */
  async again(broadcast: string, post: string, member: Member): Promise<void> {
    await this.change('social.again', { broadcast, post, member }, async (tx) => {
      if (!(await this.posts.again(post, broadcast, tx))) throw NotGivenUp();
    });
    const row = (await this.posts.ofBroadcast(broadcast)).find(({ id }) => id === post);
    if (row) await this.doorbell.ring(socialBell, { account: row.accountId });
  }

  /** Gives up: somebody copies the text instead. @throws social.not-waiting */
  stop(broadcast: string, post: string, member: Member): Promise<void> {
    return this.change('social.stop', { broadcast, post, member }, async (tx) => {
      if (!(await this.posts.stop(post, broadcast, tx))) throw NotTried();
    });
  }

  private change(
    action: string,
    { broadcast, post, member }: { broadcast: string; post: string; member: Member },
    change: (tx: EntityManager) => Promise<void>,
  ): Promise<void> {
    return this.db.transaction(async (tx) => {
      await change(tx);
      const entry = { memberId: member.id, action, subject: broadcast, detail: { post } };
      await this.audit.record(entry, tx);
    });
  }
}
