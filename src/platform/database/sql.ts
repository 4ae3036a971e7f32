/** A statement's text and its parameters, numbered from $1. */
export interface Sql {
  readonly text: string;
  readonly parameters: readonly unknown[];
}
