import { foldForSearch } from '../../../../src/places/search/fold-for-search.js';
import type { Figure } from '../targets.js';
import type { PlacesGround } from './places-ground.js';
import { Samples } from './samples.js';
import { typedQueries, type KnownNames, type TypedQuery } from './typed-queries.js';

const target = 30;
const limit = 20;
/** How often each query is measured, after one round that is not counted. */
const rounds = 2;

/** Measures searches over HTTP, and compares them with `LIKE` by the trigram index for the same words. */
export async function search(ground: PlacesGround): Promise<{ figures: Figure[]; samples: Samples[] }> {
  const typed = typedQueries(await namesOf(ground), ground.size.seed);
  const all = [
    await compare(ground, 'addresses', 'address', typed.addresses),
    await compare(ground, 'places', 'place', typed.places),
  ];
  return {
    figures: all.flatMap(({ ours, bare }) => [...ours.figures(target), ...ours.against(bare)]),
    samples: all.map(({ ours }) => ours),
  };
}

async function compare(
  ground: PlacesGround,
  route: string,
  table: 'address' | 'place',
  queries: readonly TypedQuery[],
): Promise<{ ours: Samples; bare: Samples }> {
  const ours = new Samples(`search of ${route}`);
  const bare = new Samples(`bare LIKE over ${route}`);
  for (let round = 0; round <= rounds; round++)
    for (const { q, how } of queries) {
      const { ms } = await ground.ask('GET', `/${route}?${new URLSearchParams({ q, limit: String(limit) })}`);
      const floor = await ground.bare(bareSql(table, q));
      if (round === 0) continue;
      ours.add(ms, `${q} (${how})`);
      bare.add(floor, q);
    }
  return { ours, bare };
}

function bareSql(table: string, q: string): string {
  const words = foldForSearch(q).split(' ');
  const like = words.map((word) => `search_name LIKE '%${word.replaceAll("'", "''")}%'`);
  return `SELECT id FROM ${table} WHERE ${['valid_to IS NULL', ...like].join(' AND ')} LIMIT ${limit}`;
}

async function namesOf({ rig, size }: PlacesGround): Promise<KnownNames> {
  const some = async (sql: string): Promise<string[]> => {
    const rows = await rig.db.query<{ name: string }[]>(
      `SELECT name FROM (${sql}) known ORDER BY md5(name || $1) LIMIT 200`,
      [String(size.seed)],
    );
    return rows.map(({ name }) => name);
  };
  const places = (kind: string) => some(`SELECT name FROM place WHERE kind = '${kind}' AND valid_to IS NULL`);
  return {
    addresses: await some(`SELECT street || ' ' || number AS name FROM address WHERE valid_to IS NULL`),
    properties: await places('property'),
    blocks: await places('block'),
    areas: await places('area'),
  };
}
