/** What a role gets from the command line. */
export interface RoleContext {
  /** The built `main.js`, to start other roles with. */
  readonly program: string;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** Something the one program can be. Resolves when it is done or was told to stop. */
export type Role = (context: RoleContext) => Promise<void>;
