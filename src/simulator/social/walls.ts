import { createHash } from 'node:crypto';

export const networks = ['mastodon', 'facebook'] as const;
export type Network = (typeof networks)[number];

/** An account, made at its first request: its token is `demo-mastodon-NAME` or `demo-facebook-NAME`. */
export interface Account {
  readonly id: string;
  readonly network: Network;
  readonly name: string;
}

export interface Post {
  readonly id: string;
  readonly account: Account;
  readonly replyTo: string | undefined;
  readonly language: string | undefined;
  readonly at: number;
  text: string;
  /** Texts that it had before. */
  readonly earlier: string[];
}

export type NewPost = Pick<Post, 'account' | 'replyTo' | 'language' | 'text'>;

/** Everything that was posted on both networks, in memory. */
export class Walls {
  private readonly accounts = new Map<string, Account>();
  private readonly posts: Post[] = [];
  /** Posts by account and idempotency key, as Mastodon keeps them. */
  private readonly byKey = new Map<string, Post>();
  private count = 0;

  /** The account of a token; undefined for a wrong one. */
  accountOf(token: string | undefined, network: Network): Account | undefined {
    const name = /^Bearer demo-(mastodon|facebook)-([a-z0-9_]{1,30})$/u.exec(token ?? '');
    if (name?.[1] !== network) return undefined;
    const known = this.accounts.get(token!);
    if (known) return known;
    const digits = createHash('sha256').update(token!).digest().readBigUInt64BE() % 10n ** 15n;
    const account = { id: `1${String(digits).padStart(15, '0')}`, network, name: name[2]! };
    this.accounts.set(token!, account);
    return account;
  }

  add(post: NewPost, key?: string): Post {
    const kept = key === undefined ? undefined : `${post.account.id} ${key}`;
    const known = kept === undefined ? undefined : this.byKey.get(kept);
    if (known) return known;
    this.count += 1;
    const made: Post = {
      ...post,
      id: String(113_000_000_000_000_000n + BigInt(this.count)),
      at: Date.now(),
      earlier: [],
    };
    this.posts.push(made);
    if (kept !== undefined) this.byKey.set(kept, made);
    return made;
  }

  edit(post: Post, text: string): void {
    post.earlier.push(post.text);
    post.text = text;
  }

  /** @param id also as Facebook writes it, with the account in front */
  get(id: string, { id: account }: Account): Post | undefined {
    const own = id.split('_').at(-1);
    return this.posts.find((post) => post.id === own && post.account.id === account);
  }

  /** Newest first. */
  latest(account?: Account): Post[] {
    return this.posts.filter((post) => !account || post.account.id === account.id).toReversed();
  }

  repliesTo({ id }: Post): Post[] {
    return this.posts.filter(({ replyTo }) => replyTo === id);
  }

  /** As if its owner had deleted it. @returns false if there is none */
  delete(id: string): boolean {
    const at = this.posts.findIndex((post) => post.id === id);
    if (at >= 0) this.posts.splice(at, 1);
    return at >= 0;
  }

  get all(): readonly Account[] {
    return [...this.accounts.values()];
  }
}
