import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { nameHead, type NameHead } from './rank-parts.js';

/** A table whose rows are found by name. */
export type Named = 'place' | 'address';

interface Parts {
  readonly heads: Map<string, NameHead>;
  readonly numbers: Set<string>;
}

/**
 * The distinct parts of all names, in memory: some thousands for hundreds of thousands of names. Each search scans all
 * of them. Rows are only ever added to the table, so each search first reads the new ones.
 */
@Injectable()
export class NameParts {
  private readonly known: Record<Named, Parts> = {
    place: { heads: new Map(), numbers: new Set() },
    address: { heads: new Map(), numbers: new Set() },
  };
  private readUpTo = '0';

  constructor(private readonly db: DataSource) {}

  async of(table: Named): Promise<Parts> {
    const added = await this.db.query<{ id: string; table: Named; is: 'head' | 'number'; part: string }[]>(
      `SELECT id, split_part(role, '-', 1) AS table, split_part(role, '-', 2) AS is, part
       FROM search_part WHERE id > $1 ORDER BY id`,
      [this.readUpTo],
    );
    for (const { id, table: of, is, part } of added) {
      if (is === 'head') this.known[of].heads.set(part, nameHead(part));
      else this.known[of].numbers.add(part);
      // Two concurrent searches may have read the same rows: the mark only moves forward.
      if (BigInt(id) > BigInt(this.readUpTo)) this.readUpTo = id;
    }
    return this.known[table];
  }
}
