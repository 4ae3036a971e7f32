import type { Sql } from '../../platform/database/sql.js';
import type { Named } from './name-parts.repository.js';
import { numberClasses, type Candidate } from './search-names.js';
import type { SearchTerms } from './search-terms.js';

/** For LIKE. */
const escaped = (word: string): string => word.replace(/[\\%_]/g, '\\$&');

/**
 * Current rows by the parts of their names, candidate after candidate: the loop goes through them in their order and
 * LIMIT ends it, so that only the best are ever read. Each row has `nth`, its candidate's place.
 *
 * @param condition what a row must be besides, on its columns; its parameter is $7
 */
export function namesOfParts(
  table: Named,
  candidates: readonly Candidate[],
  { numbers }: SearchTerms,
  limit: number,
  condition = 'true',
): Sql {
  const number = 'search_number(search_name)';
  const begins = `${number} LIKE $5 || '%'`;
  const has = `search_name LIKE ALL ($6::text[])`;
  const conditions: Record<Candidate['number'], string> = {
    very: `${number} = $4 AND ${has}`,
    begins: `${begins} AND ${number} <> $4 AND ${has}`,
    has: `NOT ${begins} AND ${has}`,
    other: `NOT ${has}`,
    any: has,
  };
  const by = candidates[0]?.is ?? 'head';
  const used = [...numberClasses, 'any' as const].filter((each) =>
    candidates.some((candidate) => candidate.number === each),
  );
  const branches = used.map(
    (each) => `(
      SELECT * FROM ${table}
      WHERE candidate.number = '${each}' AND valid_to IS NULL AND search_${by}(search_name) = candidate.part
        AND ${conditions[each]} AND search_name LIKE '%' || candidate.letter || '%' AND ${condition}
      ORDER BY length(search_name), search_name, id LIMIT ${limit})`,
  );
  const [first = ''] = numbers;
  return {
    // Not every statement has use for the number, but each must say what type it is.
    text: `WITH typed AS (SELECT $4::text, $5::text)
      SELECT named.*, candidate.nth
      FROM unnest($1::text[], $2::text[], $3::text[]) WITH ORDINALITY AS candidate (part, number, letter, nth)
      CROSS JOIN LATERAL (${branches.join(' UNION ALL ')}) named
      LIMIT ${limit}`,
    parameters: [
      candidates.map(({ part }) => part),
      candidates.map((candidate) => candidate.number),
      candidates.map(({ letter }) => escaped(letter)),
      first,
      escaped(first),
      numbers.length === 0 ? ['%'] : numbers.map((each) => `%${escaped(each)}%`),
    ],
  };
}
