import type { Sql } from '../../platform/database/sql.js';
import type { Named } from './name-parts.repository.js';
import { numberClasses, type Candidate, type CandidateSearch } from './search-names.js';

/** Escapes a word for LIKE. */
const escaped = (word: string): string => word.replace(/[\\%_]/g, '\\$&');

/**
 * SQL for the current rows that match the candidates. The lateral join visits the candidates in their order and LIMIT
 * ends it, so that only the best are ever read. Each row has `nth`, the position of its candidate.
 *
 * @param condition a further condition on the row's columns; its parameter is $7
 */
export function namesOfParts(
  table: Named,
  { candidates, exact, terms: { numbers } }: CandidateSearch,
  limit: number,
  condition = 'true',
): Sql {
  const number = 'search_number(search_name)';
  const begins = `${number} LIKE $5 || '%'`;
  const others = 'search_name LIKE ALL ($6::text[])';
  const conditions: Record<Candidate['number'], string> = {
    entrance: `${number} IN ($4[1], $4[1] || candidate.letter) AND ${others} AND ' ' || search_name || ' '
      LIKE ANY (ARRAY['% ' || $5 || ' ' || candidate.letter || ' %', '% ' || $5 || candidate.letter || ' %'])`,
    exact: `${number} = ANY ($4) AND ${others}`,
    begins: `${begins} AND ${number} <> ALL ($4) AND ${others}`,
    has: `NOT ${begins} AND search_name LIKE '%' || $5 || '%' AND ${others}`,
    any: `search_name LIKE '%' || $5 || '%' AND ${others}`,
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
  const [first = '', ...rest] = numbers;
  return {
    // Not every branch uses these parameters, but the statement must give the type of each.
    text: `WITH typed AS (SELECT $4::text[], $5::text, $6::text[])
      SELECT named.*, candidate.nth
      FROM unnest($1::text[], $2::text[], $3::text[]) WITH ORDINALITY AS candidate (part, number, letter, nth)
      CROSS JOIN LATERAL (${branches.join(' UNION ALL ')}) named
      LIMIT ${limit}`,
    parameters: [
      candidates.map(({ part }) => part),
      candidates.map((candidate) => candidate.number),
      candidates.map(({ letter }) => escaped(letter)),
      exact,
      escaped(first),
      rest.length === 0 ? ['%'] : rest.map((each) => `%${escaped(each)}%`),
    ],
  };
}
