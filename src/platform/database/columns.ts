import { Column, DefaultNamingStrategy, type ColumnOptions, type ColumnType } from 'typeorm';

const snakeCase = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** `createdAt` of an entity is `created_at` in the database. */
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

/** A column that may be null. In the entity it is `undefined` then, as everywhere in the program. */
export const OptionalColumn = (type: ColumnType, options: ColumnOptions = {}): PropertyDecorator =>
  Column({ ...options, type, nullable: true, transformer: absent });

/**
 * Every field of `T`, none left out: what may be missing is `undefined`. An entity that implements it does not compile
 * before it has a column for each field.
 */
export type Fields<T> = { [K in keyof Required<T>]: T[K] };
