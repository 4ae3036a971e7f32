import { buildCountryside } from './countryside.js';
import { Ground } from './ground.js';
import { measuresFor } from './measures.js';
import { PhoneBook } from './phone-book.js';
import { PlaceNames } from './place-names.js';
import { Prng } from './prng.js';
import { Register } from './register.js';
import { ruralCells } from './rural-cells.js';
import { ruralRoads } from './rural-roads.js';
import { StreetNames } from './street-names.js';
import type { DecorWater, SyntheticMunicipality } from './synthetic-municipality.js';
import { Blob, Terrain } from './terrain.js';
import { buildTown } from './town.js';

const municipalityName = 'Luleå kommun (demo)';

export interface MunicipalityOptions {
  readonly seed?: number;
  /** At least 500. Everything else grows with it. */
  readonly residents?: number;
}

/**
 * A municipality that doesn't exist, at the position of Luleå: coast and river, a town of districts, blocks and
 * streets, villages, farms, cottages and islands, and the phones of the residents. Nothing in it is real data except a
 * few names of districts. The same options give exactly the same municipality.
 *
 * @throws RangeError for fewer than 500 residents, or for more than the numbering plan has numbers
 */
export function generateMunicipality(options: MunicipalityOptions = {}): SyntheticMunicipality {
  const { seed = 1, residents = 30_000 } = options;
  if (!(residents >= 500))
    throw new RangeError('a municipality of fewer than 500 residents has no districts');
  const measures = measuresFor(Math.round(residents));
  const chance = Prng.of(seed);
  const terrain = new Terrain(chance.stream('terrain'), measures.townRadius, measures.municipalityRadius);
  const ground = new Ground(chance.stream('ground'), measures.townRadius);
  const register = new Register();
  const border = new Blob([0, 0], measures.municipalityRadius, chance.stream('border'));
  const within = register.municipality(municipalityName, [[ground.ring(border.outline(90))]]);
  const shared = {
    measures,
    terrain,
    ground,
    register,
    names: new PlaceNames(chance.stream('place names')),
    streetNames: new StreetNames(chance.stream('street names')),
    within,
  };

  const cells = ruralCells(measures, ground.bentRadius, border, terrain, chance.stream('cells'));
  const countryside = buildCountryside(cells, { ...shared, prng: chance.stream('countryside') });
  const townRoads = buildTown({ ...shared, prng: chance.stream('town') });
  countryside.fillWithForest();
  register.streets.push(
    ...ruralRoads(cells, countryside.settlements, townRoads, terrain, ground, chance.stream('roads')),
  );

  const book = new PhoneBook(register, chance.stream('people'));
  const census = book.fill(measures.residents);
  return {
    places: register.places,
    addresses: register.addresses,
    phones: book.phones,
    residences: book.residences,
    decor: {
      water: waters(terrain, countryside.islands, countryside.lakes, ground),
      streets: register.streets,
    },
    census,
  };
}

function waters(
  terrain: Terrain,
  islands: readonly Blob[],
  lakes: readonly Blob[],
  ground: Ground,
): DecorWater[] {
  const shores = islands.map((island) => ground.ring(island.outline()).reverse());
  return [
    { kind: 'sea', polygons: [[ground.ring(terrain.seaOutline()), ...shores]] },
    { kind: 'sea', polygons: [[ground.ring(terrain.bay.outline(96))]] },
    { kind: 'river', polygons: [[ground.ring(terrain.riverOutline())]] },
    ...lakes.map((lake): DecorWater => ({ kind: 'lake', polygons: [[ground.ring(lake.outline())]] })),
  ];
}
