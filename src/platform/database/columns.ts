import { Column, DefaultNamingStrategy, type ColumnOptions, type ColumnType } from 'typeorm';

const snakeCase = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** Maps property `createdAt` of an entity to column `created_at`. */
export class SnakeCaseNaming extends DefaultNamingStrategy {
  override columnName(property: string, custom: string | undefined): string {
    return custom ?? snakeCase(property);
  }

  override joinColumnName(relation: string, referenced: string): string {
    return snakeCase(`${relation}_${referenced}`);
  }
}

const absent = {
  from: (value: unknown) => value ?? undefined,
  to: (value: unknown) => value ?? null,
};

/** A nullable column. NULL is `undefined` in the entity, as everywhere in the program. */
export const OptionalColumn = (type: ColumnType, options: ColumnOptions = {}): PropertyDecorator =>
  Column({ ...options, type, nullable: true, transformer: absent });

/**
 * `T` with every field required; an optional field may be `undefined` but not left out. An entity that implements it
 * compiles only if it has a column for each field.
 */
export type Fields<T> = { [K in keyof Required<T>]: T[K] };
