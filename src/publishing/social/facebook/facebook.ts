import { Injectable } from '@nestjs/common';
import { Config } from '../../../platform/config/config.js';
import type { SiteAnswer } from '../../../platform/http/ask-site.js';
import { askNetwork, isFailure, jsonOf } from '../ask-network.js';
import {
  hasLink,
  ok,
  type Access,
  type Answer,
  type Failure,
  type Network,
  type NewPost,
  type Posted,
  type Profile,
} from '../network.js';
import { failureOf, Page, Post, Posts } from './facebook-answers.js';

/**
 * The Graph API for pages of Facebook (developers.facebook.com/docs/pages-api). It has no idempotency keys. The link is
 * only in the text: to a `link` parameter it answers an error while it can't read the page.
 */
@Injectable()
export class Facebook implements Network {
  readonly looksNeeded = 2;
  readonly mostInReply = 8_000;

  constructor(private readonly config: Config) {}

  async verify(access: Pick<Access, 'address' | 'token' | 'stop'>): Promise<Answer<Profile>> {
    const answer = await this.ask(access, 'GET', '/me?fields=id,name,link');
    if (isFailure(answer)) return answer;
    const page = Page.safeParse(jsonOf(answer));
    if (!page.success) return failureOf(answer, 'read');
    const { id, name, link } = page.data;
    return ok({
      remoteId: id,
      name,
      profile: link ?? `https://www.facebook.com/${id}`,
      mostCharacters: 63_206,
      linkCharacters: undefined,
    });
  }

  async post(access: Access, { text, replyTo }: NewPost): Promise<Answer<Posted>> {
    const path = replyTo === undefined ? `/${access.remoteId}/feed` : `/${replyTo}/comments`;
    const answer = await this.ask(access, 'POST', `${path}?fields=id,permalink_url`, { message: text });
    if (isFailure(answer)) return answer;
    const posted = Post.safeParse(jsonOf(answer));
    if (!posted.success) return failureOf(answer, replyTo === undefined ? 'post' : 'reply');
    return ok(postedOf(posted.data));
  }

  async edit(access: Access, posted: string, { text }: Pick<NewPost, 'text'>): Promise<Answer<undefined>> {
    const answer = await this.ask(access, 'POST', `/${posted}`, { message: text });
    if (isFailure(answer)) return answer;
    return answer.status === 200 ? ok(undefined) : failureOf(answer, 'read');
  }

  async find(
    access: Access,
    { link, replyTo }: { readonly link: string; readonly replyTo: string | undefined },
  ): Promise<Answer<Posted | undefined>> {
    const path =
      replyTo === undefined
        ? `/${access.remoteId}/feed?limit=50`
        : `/${replyTo}/comments?filter=stream&order=reverse_chronological&limit=100`;
    const answer = await this.ask(access, 'GET', `${path}&fields=id,message,permalink_url`);
    if (isFailure(answer)) return answer;
    const posts = Posts.safeParse(jsonOf(answer));
    if (!posts.success) {
      const failure = failureOf(answer, replyTo === undefined ? 'read' : 'reply');
      // Then the reply became a post of its own.
      return failure.kind === 'parent-gone' ? this.find(access, { link, replyTo: undefined }) : failure;
    }
    const found = posts.data.data.find(({ message = '' }) => hasLink(message, link));
    return ok(found && postedOf(found));
  }

  private ask(
    { address, token, stop }: Pick<Access, 'address' | 'token' | 'stop'>,
    method: 'GET' | 'POST',
    path: string,
    form?: Record<string, string>,
  ): Promise<SiteAnswer | Failure> {
    // The operator names this server in a setting.
    const allowedHosts = [new URL(this.config.get('FACEBOOK_GRAPH_URL')).hostname];
    return askNetwork({ method, url: address + path, token, stop, allowedHosts, ...(form ? { form } : {}) });
  }
}

const postedOf = ({ id, permalink_url }: Post): Posted => ({
  remoteId: id,
  url: permalink_url ?? `https://www.facebook.com/${id}`,
});
