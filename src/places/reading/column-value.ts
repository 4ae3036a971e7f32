import { z } from 'zod';

const wanted =
  'must be a column, a template such as "{trakt} {enhet}", {text: "…"}, {from: "{column}", matching: "^(…)$"}, or a list of these';

const One = z.union(
  [
    z.string().min(1),
    z.strictObject({ text: z.string().min(1) }),
    z.strictObject({
      from: z.string().min(1),
      matching: z
        .string()
        .refine(isPatternWithGroup, 'must be a regular expression with one group in parentheses'),
    }),
  ],
  { error: wanted },
);
type One = z.infer<typeof One>;

/**
 * How to get one text from a row: a column, a template of columns, a part of either, or a constant. In a list of these,
 * the first that is not empty is used.
 */
export const ColumnValue = z.union([One, z.array(One).min(1)], { error: wanted });
export type ColumnValue = z.infer<typeof ColumnValue>;

/** The text in a column of a row; undefined if it is empty. */
export type TextOf = (column: string) => string | undefined;

const placeholder = /\{([^{}]+)\}/g;

/** The columns that a value uses, so that a profile naming a missing one can be refused. */
export function columnsOf(value: ColumnValue | undefined): string[] {
  if (Array.isArray(value)) return value.flatMap((one) => columnsOf(one));
  if (value === undefined || (typeof value === 'object' && 'text' in value)) return [];
  const source = typeof value === 'string' ? value : value.from;
  if (!source.includes('{')) return [source];
  return [...source.matchAll(placeholder)].map(([, column]) => column!);
}

/** @returns undefined if the value or any column of its template is empty, or if the pattern does not match */
export function valueOf(value: ColumnValue | undefined, text: TextOf): string | undefined {
  if (value === undefined) return undefined;
  if (!Array.isArray(value)) return oneOf(value, text);
  for (const one of value) {
    const found = oneOf(one, text);
    if (found !== undefined) return found;
  }
  return undefined;
}

function oneOf(value: One, text: TextOf): string | undefined {
  if (typeof value === 'string') return fill(value, text);
  if ('text' in value) return value.text;
  const whole = fill(value.from, text);
  return (whole && new RegExp(value.matching, 'u').exec(whole)?.[1]?.trim()) || undefined;
}

function fill(source: string, text: TextOf): string | undefined {
  if (!source.includes('{')) return text(source);
  const parts = new Map([...source.matchAll(placeholder)].map(([, column]) => [column!, text(column!)]));
  if ([...parts.values()].includes(undefined)) return undefined;
  return source.replace(placeholder, (_, column: string) => parts.get(column) ?? '');
}

function isPatternWithGroup(pattern: string): boolean {
  try {
    // The empty alternative always matches, and so gives the number of groups.
    return new RegExp(`${pattern}|`, 'u').exec('')?.length === 2;
  } catch {
    return false;
  }
}
