import { Injectable } from '@nestjs/common';
import type { Broadcast } from '../../broadcasts/broadcast.js';
import { interfaceLanguageFor } from '../../kernel/language.js';
import { textFor } from '../../messages/per-language.js';
import { fitPost, postText, type FittedPost } from '../../messages/post-text.js';
import { Config } from '../../platform/config/config.js';
import { PublicAddresses } from '../public-addresses.js';
import type { SocialAccountEntity } from './social-account.entity.js';
import { Networks } from './networks.js';

const withdrawn = {
  sv: 'Meddelandet är tillbakadraget och gäller inte längre.',
  en: 'The message has been withdrawn and no longer applies.',
} as const;

/** What is written of a broadcast. */
type Posting = Pick<Broadcast, 'id' | 'texts' | 'follows' | 'posts' | 'publishedArea'>;
type Account = Pick<SocialAccountEntity, 'network' | 'language' | 'mostCharacters' | 'linkCharacters'>;

/** A post that is ready to be made. */
export interface WrittenPost extends FittedPost {
  /** Of its text, which an account may not have. ISO 639. */
  readonly language: string;
  /** Characters that it may have. */
  readonly most: number;
}

/** Writes posts. What the approver saw is written again, from what was approved. */
@Injectable()
export class WritePost {
  constructor(
    private readonly networks: Networks,
    private readonly addresses: PublicAddresses,
    private readonly config: Config,
  ) {}

  /** @param isReply replies may be shorter */
  run(broadcast: Posting, account: Account, isReply: boolean): WrittenPost {
    const said = textFor(broadcast.texts, account.language)!;
    const of = {
      relation: broadcast.follows?.relation,
      area: broadcast.publishedArea?.name,
      municipality: this.config.get('MUNICIPALITY_NAME'),
    };
    const text = postText(said, of, broadcast.posts?.[said.language]);
    return { language: said.language, ...this.fit(text, this.linkOf(broadcast), account, isReply) };
  }

  /** That a broadcast was withdrawn. */
  withdrawal(broadcast: Posting, account: Account): WrittenPost {
    const language = interfaceLanguageFor(account.language);
    return { language, ...this.fit(withdrawn[language], this.linkOf(broadcast, true), account, true) };
  }

  /** The text of a correction for the wrong post itself, which keeps its own link. */
  corrected(correction: Posting, wrongId: string, account: Account, isReply: boolean): WrittenPost {
    return this.run({ ...correction, id: wrongId }, account, isReply);
  }

  /**
   * Leads to this message on the page of its incident. It is in no other post, so a post is found by it.
   *
   * @param isWithdrawal to where the page says that it was withdrawn
   */
  linkOf({ id, follows }: Pick<Broadcast, 'id' | 'follows'>, isWithdrawal = false): string {
    return this.addresses.messageOf({ id: follows?.root ?? id }, id, isWithdrawal);
  }

  private fit(text: string, link: string, account: Account, isReply: boolean) {
    const { mostCharacters, linkCharacters, network } = account;
    const most = isReply
      ? Math.min(mostCharacters, this.networks.of(network).mostInReply ?? Infinity)
      : mostCharacters;
    return { most, ...fitPost(text, link, { most, perLink: linkCharacters }) };
  }
}
