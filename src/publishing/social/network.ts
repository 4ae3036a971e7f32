/** The networks that the municipality can post on. */
export const networks = ['mastodon', 'facebook'] as const;
export type NetworkName = (typeof networks)[number];

/** With what an account is reached. */
export interface Access {
  /** Of the server, without a slash at the end. */
  readonly address: string;
  /** What the network knows the account by. */
  readonly remoteId: string;
  readonly token: string;
  /** Ends the request. */
  readonly stop?: AbortSignal | undefined;
}

/** An account as its network describes it. */
export interface Profile {
  readonly remoteId: string;
  readonly name: string;
  /** Its page, for people. */
  readonly profile: string;
  /** Characters of a post. */
  readonly mostCharacters: number;
  /** How many characters each link counts as; as many as it has if undefined. */
  readonly linkCharacters: number | undefined;
}

/** A post to be made. */
export interface NewPost {
  /** The idempotency key. */
  readonly key: string;
  readonly text: string;
  /** ISO 639. */
  readonly language: string;
  /** The post that it replies to. */
  readonly replyTo: string | undefined;
}

/** A post that is on the network. */
export interface Posted {
  readonly remoteId: string;
  readonly url: string;
}

/** Why a request did not do what was asked. `reason` is a short word for the log, without tokens and addresses. */
export interface Failure {
  readonly kind:
    /** The token is revoked, has expired or has too few rights. */
    | 'token-refused'
    /** Not now: there were too many, or there was no connection. Nothing was posted. */
    | 'later'
    /** Never. Nothing was posted. */
    | 'rejected'
    /** The post that it replies to is gone. Nothing was posted. */
    | 'parent-gone'
    /** Nobody knows whether it was posted. */
    | 'doubt';
  readonly reason: string;
  readonly status?: number | undefined;
  /** Milliseconds that the network asks to wait. */
  readonly wait?: number | undefined;
}

export type Answer<T> = { readonly kind: 'ok'; readonly value: T } | Failure;

export const ok = <T>(value: T): Answer<T> => ({ kind: 'ok', value });

/** A network that can be posted on. */
export interface Network {
  /**
   * How often a post in doubt must be looked for in vain before it is posted again. One look is enough where the network
   * itself refuses a second post with the same key.
   */
  readonly looksNeeded: number;
  /** Characters of a reply, if it may have fewer than a post. */
  readonly mostInReply?: number;
  /** Whose token it is, and how long its posts may be. */
  verify(access: Pick<Access, 'address' | 'token' | 'stop'>): Promise<Answer<Profile>>;
  post(access: Access, post: NewPost): Promise<Answer<Posted>>;
  /** Replaces the text of a post. Safe to repeat. */
  edit(access: Access, posted: string, post: Pick<NewPost, 'text' | 'language'>): Promise<Answer<undefined>>;
  /** The latest post, or reply, with a link; undefined if there is none. */
  find(
    access: Access,
    wanted: { readonly link: string; readonly replyTo: string | undefined },
  ): Promise<Answer<Posted | undefined>>;
}

/** Whether a text has the link, and not only one that begins so. */
export const hasLink = (text: string, link: string): boolean => {
  for (let at = text.indexOf(link); at >= 0; at = text.indexOf(link, at + 1))
    if (!/[\w-]/u.test(text.charAt(at + link.length))) return true;
  return false;
};
