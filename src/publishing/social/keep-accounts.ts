import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '../../kernel/clock.js';
import { newId } from '../../kernel/ids.js';
import { Config } from '../../platform/config/config.js';
import { AuditLog } from '../../staff/audit-log.js';
import type { Member } from '../../staff/member.js';
import type { NetworkName, Profile } from './network.js';
import { Networks } from './networks.js';
import {
  AccountChangedMeanwhile,
  AccountTwice,
  mostAccounts,
  NetworkSilent,
  OtherAccount,
  readInstance,
  TokenRefused,
  TooManyAccounts,
} from './social-account.js';
import { SocialAccounts } from './social-accounts.repository.js';
import { SocialPosts } from './social-posts.repository.js';
import { sealToken } from './social-token.js';

/** What staff write of a new account. */
export interface NewAccount {
  readonly network: NetworkName;
  /** Of the server, for Mastodon. */
  readonly address?: string | undefined;
  readonly token: string;
  readonly language: string;
  readonly active: boolean;
}

/** What staff may change. */
export interface AccountChange extends Pick<NewAccount, 'language' | 'active'> {
  /** A new one; it stays as it is if undefined. */
  readonly token?: string | undefined;
}

/** Adds, changes and removes accounts. A token is tried before it is kept. */
@Injectable()
export class KeepAccounts {
  constructor(
    private readonly db: DataSource,
    private readonly accounts: SocialAccounts,
    private readonly posts: SocialPosts,
    private readonly networks: Networks,
    private readonly audit: AuditLog,
    private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  /**
   * It posts what happens from now on.
   *
   * @returns its id
   * @throws social.address-not-public, social.token-refused, social.not-reached, social.account-twice,
   *   social.too-many-accounts
   */
  async add({ network, address, token, language, active }: NewAccount, member: Member): Promise<string> {
    const server =
      network === 'facebook'
        ? this.config.get('FACEBOOK_GRAPH_URL')
        : readInstance(address ?? '', this.config.get('SOCIAL_ALLOWED_HOSTS'));
    const profile = await this.profileOf(network, server, token);
    const id = newId();
    const now = this.clock.now();
    await this.db.transaction(async (tx) => {
      if ((await this.accounts.holdNumber(tx)) >= mostAccounts) throw TooManyAccounts({ most: mostAccounts });
      const others = await this.accounts.list(tx);
      if (others.some((one) => one.network === network && one.address === server && isSame(one, profile)))
        throw AccountTwice({ name: profile.name });
      await this.accounts.add(
        {
          ...{ id, network, address: server, language },
          ...profile,
          token: sealToken(token, id, this.config.get('SECRET_KEY')),
          activeSince: active ? now : undefined,
          refusedAt: undefined,
          createdAt: now,
        },
        tx,
      );
      const detail = { network, name: profile.name, language, active };
      await this.audit.record({ memberId: member.id, action: 'social.add', subject: id, detail }, tx);
    });
    return id;
  }

  /**
   * What waits for an account that is switched off is not posted. Switched on again, it posts what happens from then on.
   *
   * @param version that the change is based on
   * @throws social.not-found, social.changed-meanwhile, social.token-refused, social.other-account, social.not-reached
   */
  async change(id: string, version: number, change: AccountChange, member: Member): Promise<void> {
    const { token, language, active } = change;
    const known = await this.accounts.get(id);
    const profile =
      token === undefined ? undefined : await this.profileOf(known.network, known.address, token);
    if (profile && !isSame(known, profile)) throw OtherAccount({ name: profile.name });
    await this.db.transaction(async (tx) => {
      const before = await this.accounts.get(id, tx);
      if (before.version !== version) throw AccountChangedMeanwhile();
      const renewed =
        token === undefined
          ? {}
          : { token: sealToken(token, id, this.config.get('SECRET_KEY')), refusedAt: undefined };
      const activeSince = active ? (before.activeSince ?? this.clock.now()) : undefined;
      await this.accounts.change(before, { ...profile, ...renewed, language, activeSince }, tx);
      if (!active) await this.posts.abandon(id, 'switched-off', tx);
      const detail = { language, active, newToken: token !== undefined };
      await this.audit.record({ memberId: member.id, action: 'social.change', subject: id, detail }, tx);
    });
  }

  /** What it has posted stays on the network. @throws social.not-found */
  async remove(id: string, member: Member): Promise<void> {
    await this.db.transaction(async (tx) => {
      const { network, name } = await this.accounts.get(id, tx);
      await this.accounts.remove(id, tx);
      const detail = { network, name };
      await this.audit.record({ memberId: member.id, action: 'social.remove', subject: id, detail }, tx);
    });
  }

  private async profileOf(network: NetworkName, address: string, token: string): Promise<Profile> {
    const answer = await this.networks.of(network).verify({ address, token });
    if (answer.kind === 'ok') return answer.value;
    if (answer.kind === 'token-refused') throw TokenRefused();
    throw NetworkSilent({ reason: answer.status ?? answer.reason });
  }
}

const isSame = (one: { readonly remoteId: string }, { remoteId }: Profile): boolean =>
  one.remoteId === remoteId;
