import type { Gdal, GdalDataset } from 'gdal3.js/node.js';
import { RefersElsewhere } from './file-refusals.js';

/**
 * Allowed tables: tables of data, and virtual tables whose data is in the file itself (spatial and full-text indexes).
 */
const ownTable =
  /^CREATE (TABLE\b|VIRTUAL TABLE ("([^"]|"")*"|[\w.]+) USING (rtree|rtree_i32|geopoly|fts[345])\b)/i;

/**
 * Refuses a GeoPackage that shows another file. It is a SQLite database, and the driver knows virtual tables that read
 * any file, such as `USING VirtualText('phones.csv')`.
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
