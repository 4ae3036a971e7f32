import type { DistrictKind } from './district.js';
import type { Prng } from './prng.js';

const words = (list: string): string[] => list.split(' ');

const centreStreets = [
  ...['Storgatan', 'Kungsgatan', 'Skeppsbrogatan', 'Nygatan', 'Kyrkogatan', 'Köpmangatan', 'Rådstugatan'],
  ...['Timmermansgatan', 'Trädgårdsgatan', 'Varvsgatan', 'Magasinsgatan', 'Residensgatan', 'Smedjegatan'],
  ...[
    'Stationsgatan',
    'Strandgatan',
    'Tullgatan',
    'Norra Strandgatan',
    'Hamngatan',
    'Skolgatan',
    'Bastugatan',
  ],
] as const;

const industryStems = words(
  'Verkstads Lager Spant Svets Kran Gjutar Banvagns Terminal Betong Depå Gods Truck Pall Maskin Motor Plåt Container Upplags',
);

/** The streets of a district share a theme, as in Swedish towns. */
const themes: readonly (readonly string[])[] = [
  words('Mås Tärn Svan Ejder Lom Rip Trast Lärk Sparv Hök Fink Uggle Orr Svalvings'),
  words('Björk Tall Gran Asp Rönn Lind Lönn Ek Alm Ask Hägg Vide Hassel Idegrans'),
  words('Hallon Blåbärs Lingon Hjortron Åkerbärs Tranbärs Smultron Odon Vinbärs Björnbärs Nypon'),
  words('Smed Snickar Skräddar Bagar Garvar Murar Målar Sadelmakar Tunnbindar Urmakar Glasmästar'),
  words('Båt Segel Roddar Skeppar Lots Fyr Ankar Kajut Mast Styrmans Matros Bojs Roder'),
  words('Lax Sik Gädd Abborr Harr Strömmings Mört Öring Lak Löj Nors Simp Id'),
  words('Älg Ren Räv Har Ekorr Björn Varg Lodjurs Mård Utter Bäver Hermelin Järv'),
  words('Sol Mån Stjärn Norrskens Regnbågs Åsk Snö Frost Vind Moln Dagg Rimfrost Komet'),
  words('Fiol Flöjt Nyckelharps Horn Vals Polske Vis Dragspels Trum Gitarr Kör Sång'),
  words('Professors Rektors Lektors Docent Student Laborator Forskar Bibliotekarie Adjunkts Magister'),
  words('Åker Ängs Lad Hö Korn Råg Havre Potatis Kärr Betes Log Skörde Plog Vall'),
  words('Granit Kvarts Gnejs Malm Järn Koppar Silver Skiffer Marmor Kalk Glimmer Topas'),
  words('Skid Spark Kälk Skridsko Bandy Backhopps Slalom Längd Pulk Curling Spår Stav'),
  words('Klöver Timjan Blåklocks Ranunkel Linné Viol Sippe Kaprifol Kråkris Mjölkörts Fibble'),
  words('Yx Såg Hyvel Hammar Mejsel Tång Städ Borr Fil Spik Kil Vinkel Måttbands'),
  words('Stock Timmer Flottar Huggar Kolar Tjär Brot Bark Stam Rot Kvist Kott Barr'),
  words('Jägar Fiskar Renskötar Byamans Nybyggar Postförar Skogvaktar Länsmans Klockar Pilot'),
];

const endings: readonly (readonly [ending: string, weight: number])[] = [
  ['vägen', 9],
  ['stigen', 4],
  ['gatan', 3],
  ['gränd', 2],
];

/** Names the streets of one district after another. Within a district no name comes twice. */
export class StreetNames {
  #nextTheme = 0;
  readonly #themes: readonly (readonly string[])[];
  readonly #given = new Set<string>();

  constructor(private readonly prng: Prng) {
    this.#themes = prng.shuffled(themes);
  }

  /** A source of names for one district. A big town reuses its themes, so a name may come twice in a municipality. */
  forDistrict(kind: DistrictKind): () => string {
    const here = new Set<string>();
    const stems =
      kind === 'industry' ? industryStems : this.#themes[this.#nextTheme++ % this.#themes.length]!;
    const queue = kind === 'centre' ? [...centreStreets] : [];
    return () => {
      const found = queue.shift() ?? this.#invent(stems, here);
      here.add(found);
      this.#given.add(found);
      return found;
    };
  }

  #invent(stems: readonly string[], here: ReadonlySet<string>): string {
    for (let tries = 0; ; tries++) {
      const plain = `${this.prng.pick(stems)}${this.prng.weighted(endings)}`;
      const name = tries < 120 ? plain : `${this.prng.pick(['Norra', 'Södra', 'Övre', 'Nedre'])} ${plain}`;
      if (!here.has(name) && (tries > 60 || !this.#given.has(name))) return name;
    }
  }
}
