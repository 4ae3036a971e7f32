/** The sizes that everything else is derived from. All are linear in the number of residents or in its square root. */
export interface Measures {
  readonly residents: number;
  readonly properties: number;
  readonly residentsPerDistrict: number;
  /** Districts of the town. */
  readonly districts: number;
  readonly villages: number;
  /** Metres between the middles of neighbouring districts. */
  readonly spacing: number;
  /** Metres. */
  readonly townRadius: number;
  readonly municipalityRadius: number;
  readonly farms: number;
  readonly cottages: number;
}

/** Share of the disc around the town that is land, as drawn by terrain.ts. */
const landShare = 0.62;

export function measuresFor(residents: number): Measures {
  const residentsPerDistrict = Math.min(1250, Math.max(240, residents / 24));
  const districts = Math.max(3, Math.round((0.9 * residents) / residentsPerDistrict));
  const spacing = 790 * Math.sqrt(residentsPerDistrict / 1250);
  const districtArea = (Math.sqrt(3) / 2) * spacing ** 2;
  const scale = Math.sqrt(residents / 30_000);
  return {
    residents,
    properties: Math.round(0.4 * residents),
    residentsPerDistrict,
    districts,
    villages: Math.max(1, Math.round(0.3 * districts)),
    spacing,
    townRadius: Math.max(600, Math.sqrt((districts * districtArea) / (Math.PI * landShare))),
    municipalityRadius: Math.max(4_500, 15_000 * scale),
    farms: Math.round(0.02 * residents),
    cottages: Math.round(0.075 * residents),
  };
}
