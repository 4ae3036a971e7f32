/** Somebody with an account at the simulated identity provider. */
export interface Person {
  /** The subject of their account. */
  readonly id: string;
  readonly name: string;
  readonly email: string;
  /** The values of the claim `roles`. */
  readonly roles: readonly string[];
  /** What they are for in a demo, in Swedish. */
  readonly about: string;
}

/** The program that people sign in to. */
export interface AccountsClient {
  readonly id: string;
  readonly secret: string;
  /** Base address of the program. */
  readonly url: string;
  readonly callbackPath: string;
  readonly backChannelLogoutPath: string;
}

export interface AccountsOptions {
  readonly people: readonly Person[];
  readonly client: AccountsClient;
}
