/** The units and fractions of one language, in words. */
export interface MeasureWords {
  readonly units: Readonly<Record<string, string>>;
  /** The unit after the stroke of "l/min", in words, with the word for "per". */
  readonly per: Readonly<Record<string, string>>;
  /** The share in "1/2 dl". Without a unit, 1/2 is a day of February. */
  readonly shares?: Readonly<Record<'1/2' | '1/4' | '3/4', string>>;
  /** The half in "1 1/2 tim". */
  readonly andAHalf?: string;
  /** Whether "1.234" before an amount's unit means thousands. */
  readonly thousandsHavePoints?: boolean;
}

export const swedishMeasures: MeasureWords = {
  units: {
    'm³': 'kubikmeter',
    m3: 'kubikmeter',
    'm²': 'kvadratmeter',
    m2: 'kvadratmeter',
    kvm: 'kvadratmeter',
    kr: 'kronor',
    ggr: 'gånger',
    Bq: 'becquerel',
    l: 'liter',
    ml: 'milliliter',
    mg: 'milligram',
    µg: 'mikrogram',
    μg: 'mikrogram',
    g: 'gram',
    kg: 'kilo',
    km: 'kilometer',
    m: 'meter',
    mm: 'millimeter',
  },
  per: {
    h: 'per timme',
    tim: 'per timme',
    timme: 'per timme',
    min: 'per minut',
    minut: 'per minut',
    s: 'per sekund',
    sek: 'per sekund',
    dygn: 'per dygn',
    dag: 'per dag',
    mån: 'per månad',
    år: 'per år',
    l: 'per liter',
    kg: 'per kilo',
    m: 'per meter',
    'm²': 'per kvadratmeter',
    m2: 'per kvadratmeter',
    'm³': 'per kubikmeter',
    m3: 'per kubikmeter',
    st: 'per styck',
    person: 'per person',
    hushåll: 'per hushåll',
    kWh: 'per kilowattimme',
  },
  shares: { '1/2': 'en halv', '1/4': 'en kvarts', '3/4': 'tre kvarts' },
  andAHalf: 'och en halv',
  thousandsHavePoints: true,
};

export const englishMeasures: MeasureWords = {
  units: {
    'm³': 'cubic metres',
    m3: 'cubic metres',
    'm²': 'square metres',
    m2: 'square metres',
    kr: 'kronor',
    l: 'litres',
    ml: 'millilitres',
    mg: 'milligrams',
    µg: 'micrograms',
    μg: 'micrograms',
    g: 'grams',
    kg: 'kilos',
    km: 'kilometres',
    m: 'metres',
    mm: 'millimetres',
  },
  per: {
    h: 'per hour',
    min: 'per minute',
    s: 'per second',
    day: 'per day',
    l: 'per litre',
    kg: 'per kilo',
    'm³': 'per cubic metre',
    m3: 'per cubic metre',
    person: 'per person',
  },
  shares: { '1/2': 'half a', '1/4': 'a quarter of a', '3/4': 'three quarters of a' },
  andAHalf: 'and a half',
};

export const finnishMeasures: MeasureWords = {
  units: {
    'm³': 'kuutiometriä',
    m3: 'kuutiometriä',
    'm²': 'neliömetriä',
    m2: 'neliömetriä',
    l: 'litraa',
    ml: 'millilitraa',
    mg: 'milligrammaa',
    km: 'kilometriä',
    m: 'metriä',
  },
  per: {
    h: 'tunnissa',
    min: 'minuutissa',
    s: 'sekunnissa',
    vrk: 'vuorokaudessa',
    l: 'litrassa',
  },
};
