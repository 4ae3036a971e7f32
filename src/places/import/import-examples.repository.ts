import type { EntityManager } from 'typeorm';
import { isGoneAddress } from './address-intake.repository.js';
import { isGonePlace } from './place-intake.repository.js';

/** One of the places or addresses that an import adds, changes or ends. */
export interface ImportExample {
  readonly kind: string;
  readonly what: 'new' | 'changed' | 'gone';
  readonly key: string;
  readonly name: string;
}

/** Examples per kind and outcome, so that the person who runs an import sees whether it does what was meant. */
const examples = 5;

const firstOf = (rows: string): string =>
  `SELECT kind, what, key, name FROM (
     SELECT changing.*, row_number() OVER (PARTITION BY kind, what ORDER BY key) AS nth FROM (${rows}) changing
   ) numbered WHERE nth <= ${examples} ORDER BY kind, what DESC, key`;

/** The first few places and addresses that are about to change. Run it before the changes are applied. */
export class ImportExamples {
  async places(source: string, kinds: readonly string[], tx: EntityManager): Promise<ImportExample[]> {
    return tx.query<ImportExample[]>(
      firstOf(`SELECT kind, outcome AS what, key, name FROM ready_place
               WHERE kind = ANY($2) AND outcome <> 'unchanged'
               UNION ALL
               SELECT kind, 'gone', source_key, name FROM place p
               WHERE source = $1 AND kind = ANY($2) AND valid_to IS NULL AND ${isGonePlace('p')}`),
      [source, kinds],
    );
  }

  async addresses(source: string, tx: EntityManager): Promise<ImportExample[]> {
    return tx.query<ImportExample[]>(
      firstOf(`SELECT 'address' AS kind, outcome AS what, key, concat_ws(' ', street, nullif(number, '')) AS name
               FROM ready_address WHERE outcome <> 'unchanged'
               UNION ALL
               SELECT 'address', 'gone', source_key, concat_ws(' ', street, nullif(number, '')) FROM address a
               WHERE source = $1 AND valid_to IS NULL AND ${isGoneAddress('a')}`),
      [source],
    );
  }
}
