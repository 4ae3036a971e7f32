import { parseArgs } from 'node:util';
import { enrolmentCost } from '../enrolment.js';
import { Profile } from '../profile.js';
import { isReached, table, type Figure } from '../targets.js';
import { PlacesGround, seconds } from './places-ground.js';
import { importRegisters } from './places-import.js';
import { preview } from './places-preview.js';
import { search } from './places-search.js';
import { tiles } from './places-tiles.js';
import type { Samples } from './samples.js';
import { monotonicMs } from '../monotonic.js';

interface Measured {
  readonly figures: readonly Figure[];
  readonly samples: readonly Samples[];
}

/** The parts run in this order. All of them use the imported registers. */
const parts: Readonly<Record<string, (ground: PlacesGround) => Promise<Measured>>> = {
  search,
  tiles,
  preview,
  enrolment: async ({ rig }) => {
    const [county] = await rig.db.query<{ id: string }[]>(
      `SELECT id FROM place WHERE kind = 'municipality' AND valid_to IS NULL`,
    );
    const { rawMs, enrolMs } = await enrolmentCost(rig.db, county!.id, 3);
    const name = 'enrolment of the municipality';
    return {
      figures: [
        { name, value: enrolMs, unit: 'ms' },
        { name: 'bare INSERT of as many', value: rawMs, unit: 'ms' },
        { name: `bare INSERT / ${name}`, value: rawMs / enrolMs, unit: '×', target: { atLeast: 0.4 } },
      ],
      samples: [],
    };
  },
};

/**
 * `npm run bench -- places [--properties N] [--addresses N] [--phones N] [--seed N] [--only a,b] [--profile folder]
 * [--json]`
 */
export async function run(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      properties: { type: 'string', default: '200000' },
      addresses: { type: 'string', default: '300000' },
      phones: { type: 'string', default: '1000000' },
      seed: { type: 'string', default: '1' },
      only: { type: 'string' },
      profile: { type: 'string' },
      json: { type: 'boolean', default: false },
    },
  });
  const size = {
    properties: Number(values.properties),
    addresses: Number(values.addresses),
    phones: Number(values.phones),
    seed: Number(values.seed),
  };
  const only = values.only?.split(',') ?? ['import', ...Object.keys(parts)];
  for (const name of only) if (name !== 'import' && !parts[name]) throw new Error(`there is no part ${name}`);
  const { properties, addresses, phones, seed } = size;
  console.error(
    `${properties} properties, ${addresses} addresses, ${phones} phones; seed ${seed}; PostgreSQL with fsync`,
  );
  const ground = await PlacesGround.open(size, values.profile ? new Profile(values.profile) : undefined);
  try {
    const figures: Figure[] = [];
    const slowest: Record<string, string[]> = {};
    const measure = async (name: string, part: (ground: PlacesGround) => Promise<Measured>) => {
      await ground.profile?.forgetStatements(ground.rig.db);
      const began = monotonicMs();
      const measured = await part(ground);
      figures.push(...measured.figures);
      for (const samples of measured.samples) slowest[samples.name] = samples.slowest(5);
      console.error(`done: ${name}, ${seconds(began)} s`);
      if (ground.profile) console.error(await ground.profile.statements(ground.rig.db));
    };
    await measure('import', async () => ({
      figures: await importRegisters(ground, only.includes('import')),
      samples: [],
    }));
    await ground.startWeb();
    for (const [name, part] of Object.entries(parts)) if (only.includes(name)) await measure(name, part);
    for (const [name, times] of Object.entries(slowest)) console.error(`${name}\n  ${times.join('\n  ')}`);
    console.log(table(figures));
    if (values.json)
      console.log(
        JSON.stringify({
          ...size,
          figures: figures.map((figure) => ({ ...figure, reached: isReached(figure) })),
          slowest,
        }),
      );
  } finally {
    await ground.close();
  }
}
