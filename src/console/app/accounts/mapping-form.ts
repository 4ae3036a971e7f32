import type { Wording } from '../../../kernel/refusal.js';
import type { RoleMappings } from '../api/answers.js';
import { words } from './accounts.words.js';

type Mapping = RoleMappings['mappings'][number];

/** A row of the table, as it is typed. */
export interface MappingRow {
  /** Stays while the row is moved. */
  readonly key: number;
  readonly value: string;
  readonly roles: Mapping['roles'];
  readonly department: string;
}

export const rowsOf = (mappings: RoleMappings['mappings']): MappingRow[] =>
  mappings.map(({ value, roles, department = '' }, key) => ({ key, value, roles, department }));

export const added = (rows: readonly MappingRow[]): MappingRow[] => [
  ...rows,
  { key: Math.max(-1, ...rows.map(({ key }) => key)) + 1, value: '', roles: [], department: '' },
];

export const movedUp = (rows: readonly MappingRow[], at: number): MappingRow[] =>
  at === 0 ? [...rows] : [...rows.slice(0, at - 1), rows[at]!, rows[at - 1]!, ...rows.slice(at + 1)];

/** The first fault of each row, by its key. */
export function faultsOf(rows: readonly MappingRow[]): ReadonlyMap<number, Wording> {
  const values = rows.map(({ value }) => value.trim());
  return new Map(
    rows.flatMap(({ key, roles, department }, at): [number, Wording][] => {
      if (values[at] === '') return [[key, words.valueMissing]];
      if (values.indexOf(values[at]!) < at) return [[key, words.valueTwice]];
      return roles.length === 0 && department.trim() === '' ? [[key, words.meansNothing]] : [];
    }),
  );
}

export const mappingsOf = (rows: readonly MappingRow[]): Mapping[] =>
  rows.map(({ value, roles, department }) => ({
    value: value.trim(),
    roles,
    ...(department.trim() === '' ? {} : { department: department.trim() }),
  }));
