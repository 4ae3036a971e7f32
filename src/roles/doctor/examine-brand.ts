import { BrandRefused, readBrand } from '../../platform/brand/read-brand.js';
import { pairCount } from '../../platform/brand/contrast-pairs.js';
import type { Config } from '../../platform/config/config.js';
import { ok, problem, type Finding } from './finding.js';

/** Checks the brand folder: its fields, files, fonts and contrasts. A web would refuse to start with a wrong one. */
export async function examineBrand(config: Config): Promise<Finding[]> {
  const folder = config.get('BRAND_FOLDER');
  if (folder === undefined) return [];
  try {
    await readBrand(folder);
    return [ok(`The brand in ${folder} can be used, and all ${pairCount} contrasts are sufficient`)];
  } catch (error) {
    if (!(error instanceof BrandRefused)) throw error;
    return error.faults.map((fault) =>
      problem(`The brand is wrong: ${fault}`, `Mend it in ${folder}: docs/brand.md has the whole file`),
    );
  }
}
