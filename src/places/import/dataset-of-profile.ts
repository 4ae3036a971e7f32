import { fileWithin, requirePartsWithin } from '../../platform/files/file-within.js';
import { columnName, doubledNames, lookAlikes } from '../../platform/tables/column-names.js';
import { refuseOtherDelimiter } from '../../platform/tables/read-table.js';
import { ColumnDoubled } from '../../platform/tables/table-refusals.js';
import type { Dataset } from './import-dataset.js';
import { columnsOf, type ColumnValue } from '../reading/column-value.js';
import type { ImportProfile, LayerProfile } from './import-profile.js';
import { ColumnMissing, KmlColumnMissing, ReferenceMissing, ReferenceUnread } from './import-refusals.js';
import type { DatasetLayer } from './import-row.js';
import { openFile } from '../reading/open-file.js';
import { rowsOfLayer } from './rows-of-layer.js';
import type { SourceFeature, SourceFile } from '../reading/source-file.js';

/**
 * Opens the files of a profile, so that their rows can be imported.
 *
 * @param folder where the profile's files are
 * @throws file.outside-folder, places.file-unreadable, places.layer-unclear, places.column-missing,
 * table.column-doubled, places.reference-missing, places.reference-unread
 */
export async function datasetOf(
  profile: ImportProfile,
  folder: string,
): Promise<Pick<Dataset, 'source' | 'layers'>> {
  const layers: DatasetLayer[] = [];
  for (const layer of profile.layers) {
    const file = await fileWithin(folder, layer.file);
    await requirePartsWithin(folder, layer.file);
    const opened = await openFile(file, layer);
    const srid = layer.crs ?? opened.srid;
    if (srid === undefined && opened.unknownReference !== undefined)
      throw ReferenceUnread({ file: layer.file, reference: opened.unknownReference });
    if (srid === undefined && needsReference(layer)) throw ReferenceMissing({ file: layer.file });
    const features = withColumns(opened, layer);
    const name = nameOf(layer, profile.layers);
    const rows = rowsOfLayer(layer, features, { srid, name, share: opened.share });
    layers.push({ ...rows, sridDecided: layer.crs !== undefined });
  }
  return { source: profile.source, layers };
}

const isTable = (file: string): boolean => /\.(csv|tsv|txt)$/i.test(file);

/** An address that is placed only by its property needs no reference. */
const needsReference = (layer: LayerProfile): boolean =>
  layer.kind !== 'address' ||
  layer.columns.x !== undefined ||
  !(isTable(layer.file) || /\.zip$/i.test(layer.file));

function nameOf(layer: LayerProfile, all: readonly LayerProfile[]): string {
  if (all.filter(({ kind }) => kind === layer.kind).length === 1) return layer.kind;
  return `${layer.kind} ${layer.layer ?? layer.file}`;
}

/** The columns that a layer's profile names, normalized by {@link columnName}. */
function wantedColumns(layer: LayerProfile): string[] {
  const values: (ColumnValue | undefined)[] = Object.values(layer.columns);
  if ('blocks' in layer) values.push(layer.blocks);
  const named = [...values.flatMap((value) => columnsOf(value)), ...layer.where.map(({ column }) => column)];
  return [...new Set(named.map(columnName))];
}

/** @throws table.column-doubled, table.other-delimiter, places.column-missing */
function refuseColumns(columns: readonly string[], layer: LayerProfile): void {
  const wanted = wantedColumns(layer);
  refuseDoubled([...doubledNames(columns, wanted), ...lookAlikes(columns, wanted)], layer);
  const known = new Set(columns);
  const missing = wanted.filter((column) => !known.has(column));
  if (missing.length === 0) return;
  refuseOtherDelimiter(columns, wanted, layer);
  const refused = /\.kml$/i.test(layer.file) ? KmlColumnMissing : ColumnMissing;
  throw refused({ file: layer.file, missing: missing.join(', '), columns: [...known].join(', ') });
}

function refuseDoubled(columns: readonly string[], { file }: LayerProfile): void {
  if (columns.length > 0) throw ColumnDoubled({ file, columns: columns.join(', ') });
}

/**
 * If the format gives its columns first, a wrong profile is refused before any row is read; otherwise after the last
 * row.
 */
function withColumns({ columns, features }: SourceFile, layer: LayerProfile): AsyncIterable<SourceFeature> {
  if (columns) refuseColumns(columns, layer);
  return watched(features, layer, columns === undefined);
}

async function* watched(
  features: AsyncIterable<SourceFeature>,
  layer: LayerProfile,
  columnsComeLate: boolean,
): AsyncGenerator<SourceFeature> {
  const wanted = new Set(wantedColumns(layer));
  const seen = new Set<string>();
  for await (const feature of features) {
    if (feature.doubled)
      refuseDoubled(
        feature.doubled.filter((name) => wanted.has(name)),
        layer,
      );
    if (columnsComeLate) for (const column of Object.keys(feature.properties)) seen.add(column);
    yield feature;
  }
  if (seen.size > 0) refuseColumns([...seen], layer);
}
