import { Injectable } from '@nestjs/common';
import { Log } from '../../platform/logging/log.js';
import { socialLogEvents } from './log-events.js';
import type { Access, Failure, Network, NewPost, Posted } from './network.js';
import type { Claimed } from './social-posts.repository.js';

/** After so many the correction is posted although the wrong post still says what it said. */
const mostTriesOfEdit = 3;

/** One try of a post. */
export interface Trying {
  readonly claimed: Claimed;
  readonly post: NewPost;
  /** In this post and in no other. */
  readonly link: string;
  /** The post that this one corrects, with the right text. */
  readonly wrong?: { readonly remoteId: string; readonly text: string } | undefined;
}

/** What became of a try. */
export type Outcome =
  | { readonly kind: 'posted'; readonly posted: Posted }
  /** It was not found, and something later holds: it is not posted any more. */
  | { readonly kind: 'stale' }
  /** It was not found yet. */
  | { readonly kind: 'look-again' }
  | Failure;

/** Posts once. What an earlier try may have posted is looked for first. */
@Injectable()
export class PostOnce {
  private readonly log = new Log('social', socialLogEvents);

  /** @throws what the access's `stop` throws */
  async run(network: Network, access: Access, trying: Trying): Promise<Outcome> {
    const { claimed, link, post } = trying;
    if (claimed.wasInDoubt) {
      const found = await network.find(access, { link, replyTo: post.replyTo });
      // Without an answer the doubt stays, whatever the reason.
      if (found.kind !== 'ok') return found.kind === 'token-refused' ? found : { ...found, kind: 'doubt' };
      if (found.value) return { kind: 'posted', posted: found.value };
      if (claimed.looks + 1 < network.looksNeeded) return { kind: 'look-again' };
    }
    if (claimed.stale) return { kind: 'stale' };
    const edited = await this.edit(network, access, trying);
    return edited ?? this.post(network, access, post);
  }

  /** A reply to a post that somebody has deleted becomes a post of its own. */
  private async post(network: Network, access: Access, post: NewPost): Promise<Outcome> {
    const answer = await network.post(access, post);
    if (answer.kind === 'ok') return { kind: 'posted', posted: answer.value };
    return answer.kind === 'parent-gone'
      ? this.post(network, access, { ...post, replyTo: undefined })
      : answer;
  }

  /** @returns why it must be tried again before the correction is posted; a post that is gone needs no edit */
  private async edit(network: Network, access: Access, trying: Trying): Promise<Outcome | undefined> {
    const { wrong, post, claimed } = trying;
    if (!wrong) return undefined;
    const { language } = post;
    const answer = await network.edit(access, wrong.remoteId, { text: wrong.text, language });
    if (answer.kind === 'ok') return undefined;
    if (answer.kind === 'token-refused') return answer;
    const mayBeLater = answer.kind === 'later' || answer.kind === 'doubt';
    if (mayBeLater && claimed.tries < mostTriesOfEdit) return { ...answer, kind: 'later' };
    this.log.write('social.not-edited', { reason: answer.reason, status: answer.status });
    return undefined;
  }
}
