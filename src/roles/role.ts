/** The input of a role. */
export interface RoleContext {
  /** Path of the built `main.js`, for starting other roles. */
  readonly program: string;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** A role of the program. Resolves when it is done, or was told to stop. */
export type Role = (context: RoleContext) => Promise<void>;
