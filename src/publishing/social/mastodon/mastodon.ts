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
import { Account, failureOf, Instance, Status, Statuses, usualLimits } from './mastodon-answers.js';

/** The API of Mastodon 4 (docs.joinmastodon.org). It keeps an idempotency key for an hour. */
@Injectable()
export class Mastodon implements Network {
  readonly looksNeeded = 1;

  constructor(private readonly config: Config) {}

  async verify(access: Pick<Access, 'address' | 'token' | 'stop'>): Promise<Answer<Profile>> {
    const answer = await this.ask(access, 'GET', '/api/v1/accounts/verify_credentials');
    if (isFailure(answer)) return answer;
    const account = Account.safeParse(jsonOf(answer));
    if (answer.status !== 200) return failureOf(answer, 'read');
    if (!account.success) return unreadable;
    const limits = await this.limits(access);
    const { id, acct, url } = account.data;
    const name = `@${acct}@${new URL(access.address).host}`;
    return ok({ remoteId: id, name, profile: url, ...limits });
  }

  async post(access: Access, { key, text, language, replyTo }: NewPost): Promise<Answer<Posted>> {
    const answer = await this.ask(access, 'POST', '/api/v1/statuses', {
      form: { status: text, language, visibility: 'public', in_reply_to_id: replyTo },
      headers: { 'idempotency-key': key },
    });
    if (isFailure(answer)) return answer;
    if (answer.status === 404 && replyTo !== undefined)
      return { kind: 'parent-gone', reason: 'parent-gone', status: 404 };
    if (answer.status !== 200) return failureOf(answer, 'post');
    const posted = Status.safeParse(jsonOf(answer));
    if (!posted.success) return { kind: 'doubt', reason: 'answer-unreadable', status: answer.status };
    return ok(postedOf(posted.data));
  }

  async edit(
    access: Access,
    posted: string,
    { text, language }: Pick<NewPost, 'text' | 'language'>,
  ): Promise<Answer<undefined>> {
    const answer = await this.ask(access, 'PUT', `/api/v1/statuses/${encodeURIComponent(posted)}`, {
      form: { status: text, language },
    });
    if (isFailure(answer)) return answer;
    return answer.status === 200 ? ok(undefined) : failureOf(answer, 'read');
  }

  async find(access: Access, { link }: { readonly link: string }): Promise<Answer<Posted | undefined>> {
    const path = `/api/v1/accounts/${encodeURIComponent(access.remoteId)}/statuses`;
    const answer = await this.ask(access, 'GET', `${path}?limit=40&exclude_reblogs=true`);
    if (isFailure(answer)) return answer;
    if (answer.status !== 200) return failureOf(answer, 'read');
    const statuses = Statuses.safeParse(jsonOf(answer));
    if (!statuses.success) return unreadable;
    const found = statuses.data.find(({ content }) => hasLink(content, link));
    return ok(found && postedOf(found));
  }

  /** Older and other servers don't say all of it. */
  private async limits(access: Pick<Access, 'address' | 'token' | 'stop'>) {
    const answer = await this.ask(access, 'GET', '/api/v2/instance');
    const instance = isFailure(answer) ? undefined : Instance.safeParse(jsonOf(answer)).data;
    const { max_characters, characters_reserved_per_url } = {
      ...usualLimits,
      ...instance?.configuration.statuses,
    };
    return { mostCharacters: max_characters, linkCharacters: characters_reserved_per_url };
  }

  private ask(
    { address, token, stop }: Pick<Access, 'address' | 'token' | 'stop'>,
    method: 'GET' | 'POST' | 'PUT',
    path: string,
    more: { form?: Record<string, string | undefined>; headers?: Record<string, string> } = {},
  ): Promise<SiteAnswer | Failure> {
    const allowedHosts = this.config.get('SOCIAL_ALLOWED_HOSTS');
    return askNetwork({ method, url: address + path, token, stop, allowedHosts, ...more });
  }
}

const unreadable: Failure = { kind: 'later', reason: 'answer-unreadable' };

const postedOf = ({ id, url, uri }: Status): Posted => ({ remoteId: id, url: url ?? uri });
