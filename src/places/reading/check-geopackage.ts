import type { Gdal, GdalDataset } from 'gdal3.js/node.js';
import { RefersElsewhere } from './file-refusals.js';

/** Tables of data, and the virtual ones that hold theirs in the file itself: indexes of space and of words. */
const ownTable =
  /^CREATE (TABLE\b|VIRTUAL TABLE ("([^"]|"")*"|[\w.]+) USING (rtree|rtree_i32|geopoly|fts[345])\b)/i;

/**
 * A GeoPackage is a SQLite database, and the driver knows virtual tables that show any other file, such as
 * `USING VirtualText('phones.csv')`.
 *
 * @throws places.refers-elsewhere
 */
export async function checkGeoPackage(gdal: Gdal, dataset: GdalDataset, file: string): Promise<void> {
  const schema = `SELECT name, sql FROM sqlite_master WHERE type = 'table' AND sql IS NOT NULL`;
  const info = await gdal.ogrinfo(dataset, ['-features', '-sql', schema]);
  for (const { properties } of info?.layers?.[0]?.features ?? [])
    if (!ownTable.test(String(properties['sql'])))
      throw RefersElsewhere({ file, table: String(properties['name']) });
}
