import type { Prng } from './prng.js';

/** A name and the name of its road: Långviken, Långviksvägen. */
export interface PlaceName {
  readonly name: string;
  readonly road: string;
}

/**
 * Districts of the town, the centre first. Some names are real ones of Luleå, where the handbook's examples lie; the
 * others are made up.
 */
export const districtNames = [
  'Innerstaden',
  'Porsön',
  'Örnäset',
  'Kronan',
  'Björkskatan',
  'Bergnäset',
  'Hertsön',
  'Lillmon',
  'Skarpviken',
  'Furumon',
  'Granudden',
  'Hällbacken',
  'Söderskatan',
  'Gammelstad',
  'Rönnholmen',
  'Kvarnheden',
  'Norrtallen',
  'Aludden',
  'Sikören',
  'Myrheden',
  'Ripberget',
  'Strandängen',
  'Vargmyran',
  'Hägganäset',
  'Tjädermon',
  'Snickarholmen',
] as const;

export const villageNames = [
  'Ersviken',
  'Persholmen',
  'Antsböle',
  'Alavik',
  'Bälnäs',
  'Rutviksby',
  'Sundsnäs',
] as const;

const beginnings = [
  ...['Lång', 'Stor', 'Lill', 'Norr', 'Söder', 'Öster', 'Väster', 'Inner', 'Ytter', 'Mellan'],
  ...['Björk', 'Tall', 'Gran', 'Al', 'Rönn', 'Asp', 'Sälg', 'En', 'Ljung', 'Vide', 'Starr'],
  ...['Sik', 'Abborr', 'Gädd', 'Harr', 'Lax', 'Mört', 'Lake', 'Strömmings'],
  ...[
    'Tjäder',
    'Orr',
    'Ejder',
    'Tärn',
    'Svan',
    'Tran',
    'Mås',
    'Lom',
    'Räv',
    'Älg',
    'Ren',
    'Björn',
    'Säl',
    'Utter',
  ],
  ...[
    'Myr',
    'Sand',
    'Sten',
    'Häll',
    'Grus',
    'Ler',
    'Kvarn',
    'Smed',
    'Såg',
    'Prost',
    'Kungs',
    'Fiskar',
    'Båt',
    'Lada',
  ],
] as const;

const endings: readonly (readonly [ending: string, road: string])[] = [
  ['näset', 'näsvägen'],
  ['viken', 'viksvägen'],
  ['udden', 'uddsvägen'],
  ['skatan', 'skatavägen'],
  ['heden', 'hedsvägen'],
  ['backen', 'backvägen'],
  ['berget', 'bergsvägen'],
  ['mon', 'movägen'],
  ['ören', 'örvägen'],
  ['holmen', 'holmsvägen'],
  ['sundet', 'sundsvägen'],
  ['lunda', 'lundavägen'],
  ['liden', 'lidvägen'],
  ['forsen', 'forsvägen'],
  ['träsket', 'träskvägen'],
  ['marken', 'marksvägen'],
  ['ängen', 'ängsvägen'],
  ['byn', 'byvägen'],
];

const islandEndings: readonly (readonly [ending: string, road: string])[] = [
  ['ön', 'övägen'],
  ['holmen', 'holmsvägen'],
  ['skäret', 'skärsvägen'],
  ['grundet', 'grundsvägen'],
  ['klubben', 'klubbvägen'],
];

const sides = ['Norra', 'Södra', 'Östra', 'Västra', 'Yttre', 'Inre', 'Gamla', 'Nya'];

/**
 * Gives invented names in the style of Norrbotten, each only once. When the plain ones are used up, it continues with
 * `Norra …`.
 */
export class PlaceNames {
  readonly #given = new Set<string>([...districtNames, ...villageNames]);
  readonly #mainland: PlaceName[];
  readonly #islands: PlaceName[];

  constructor(private readonly prng: Prng) {
    const joined = (with_: typeof endings): PlaceName[] =>
      beginnings.flatMap((begin) =>
        with_.map(([ending, road]) => ({ name: join(begin, ending), road: join(begin, road) })),
      );
    this.#mainland = prng.shuffled(joined(endings));
    this.#islands = prng.shuffled(joined(islandEndings));
  }

  next(on: 'mainland' | 'island' = 'mainland'): PlaceName {
    const plain = on === 'island' ? this.#islands : this.#mainland;
    for (let found = plain.pop(); found; found = plain.pop()) {
      if (this.#give(found.name)) return found;
    }
    for (let round = 0; ; round++) {
      const { name, road } = this.#join();
      const side = this.prng.pick(sides);
      const prefix = round < 40 ? side : `${side} ${this.prng.whole(2, 99)}:`;
      if (this.#give(`${prefix} ${name}`)) return { name: `${prefix} ${name}`, road: `${side} ${road}` };
    }
  }

  #join(): PlaceName {
    const begin = this.prng.pick(beginnings);
    const [ending, road] = this.prng.pick(endings);
    return { name: join(begin, ending), road: join(begin, road) };
  }

  #give(name: string): boolean {
    if (this.#given.has(name)) return false;
    this.#given.add(name);
    return true;
  }
}

/** Swedish writes no letter three times in a row: Häll + liden is Hälliden. */
const join = (begin: string, end: string): string =>
  begin.at(-1) === begin.at(-2) && begin.at(-1) === end[0] ? begin + end.slice(1) : begin + end;

/** Names of blocks (kvarter). By Swedish custom they are definite nouns, unique within a district. */
export const blockNames = [
  ...[
    'Måsen',
    'Tärnan',
    'Svanen',
    'Ejdern',
    'Lommen',
    'Ripan',
    'Trasten',
    'Lärkan',
    'Sparven',
    'Höken',
    'Ugglan',
  ],
  ...[
    'Älgen',
    'Renen',
    'Räven',
    'Haren',
    'Ekorren',
    'Björnen',
    'Lodjuret',
    'Mården',
    'Uttern',
    'Bävern',
    'Sorken',
  ],
  ...['Laxen', 'Siken', 'Gäddan', 'Abborren', 'Harren', 'Strömmingen', 'Mörten', 'Öringen', 'Laken', 'Löjan'],
  ...[
    'Björken',
    'Tallen',
    'Granen',
    'Aspen',
    'Rönnen',
    'Linden',
    'Lönnen',
    'Eken',
    'Hasseln',
    'Häggen',
    'Enen',
  ],
  ...['Hallonet', 'Blåbäret', 'Lingonet', 'Hjortronet', 'Smultronet', 'Odonet', 'Tranbäret', 'Åkerbäret'],
  ...[
    'Yxan',
    'Sågen',
    'Hyveln',
    'Hammaren',
    'Mejseln',
    'Tången',
    'Skruven',
    'Städet',
    'Plogen',
    'Harven',
    'Lien',
  ],
  ...[
    'Båten',
    'Ekan',
    'Skutan',
    'Ankaret',
    'Masten',
    'Seglet',
    'Rodret',
    'Kölen',
    'Fyren',
    'Bojen',
    'Kompassen',
  ],
  ...[
    'Solen',
    'Månen',
    'Stjärnan',
    'Kometen',
    'Norrskenet',
    'Regnbågen',
    'Molnet',
    'Åskan',
    'Vinden',
    'Snöflingan',
  ],
  ...[
    'Fiolen',
    'Flöjten',
    'Hornet',
    'Trumman',
    'Harpan',
    'Valsen',
    'Polskan',
    'Visan',
    'Ballongen',
    'Vanten',
  ],
] as const;
