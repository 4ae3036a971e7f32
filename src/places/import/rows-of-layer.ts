import { cleanCell } from '../../platform/tables/clean-cell.js';
import { ColumnNames } from '../../platform/tables/column-names.js';
import { valueOf, type TextOf } from '../reading/column-value.js';
import type { LayerProfile } from './import-profile.js';
import type { AddressRow, DatasetLayer, SkippedRow, UnreadableRow } from './import-row.js';
import { readCoordinates } from './read-coordinates.js';
import { geographic, type SourceFeature } from '../reading/source-file.js';

/** The text in one column of a feature, in NFC. A list becomes its items, separated by commas. */
function textOf({ properties }: SourceFeature, { empty, names }: Layout): TextOf {
  return (column) => {
    const value = properties[names.of(column)];
    const text = cleanCell(Array.isArray(value) ? value.join(', ') : plain(value));
    return text === '' || empty.has(text) ? undefined : text;
  };
}

/** What all rows of a layer have in common. */
interface Layout {
  readonly empty: ReadonlySet<string>;
  readonly names: ColumnNames;
}

function plain(value: unknown): string | undefined {
  if (value === null || value === undefined) return undefined;
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  return JSON.stringify(value);
}

interface Opened {
  readonly srid: number | undefined;
  readonly name: string;
  readonly share: () => number;
}

/** The features of a file as rows of a dataset's layer, read as the profile says. */
export function rowsOfLayer(
  layer: LayerProfile,
  features: AsyncIterable<SourceFeature>,
  { srid, name, share }: Opened,
): DatasetLayer {
  switch (layer.kind) {
    case 'address':
      return {
        kind: layer.kind,
        name,
        srid,
        share,
        rows: mapped(layer, features, addressOf(layer.columns, (srid ?? geographic) === geographic)),
      };
    case 'water':
    case 'street':
      return {
        kind: layer.kind,
        name,
        srid,
        share,
        rows: mapped(layer, features, (text, { geometry }) => ({
          name: valueOf(layer.columns.name, text),
          geometry,
        })),
      };
    default:
      return {
        kind: layer.kind,
        name,
        srid,
        grouped: layer.group,
        makesBlocks: layer.blocks !== undefined,
        share,
        rows: mapped(layer, features, (text, { geometry }) => ({
          key: valueOf(layer.columns.key, text),
          name: valueOf(layer.columns.name, text),
          blockKey: valueOf(layer.blocks, text),
          geometry,
        })),
      };
  }
}

/** Each feature as a row, numbered from 1. Rows that the profile leaves out are yielded as skipped. */
async function* mapped<T extends object>(
  layer: LayerProfile,
  features: AsyncIterable<SourceFeature>,
  rowOf: (text: TextOf, feature: SourceFeature) => T,
): AsyncGenerator<(T & { row: number }) | SkippedRow | UnreadableRow> {
  const layout = { empty: new Set(layer.empty.map(cleanCell)), names: new ColumnNames() };
  const noKey = new Set(layer.noKey.map(cleanCell));
  let row = 0;
  for await (const feature of features) {
    row += 1;
    if (feature.fault !== undefined) {
      yield { row, unreadable: feature.fault };
      continue;
    }
    const text = textOf(feature, layout);
    const key = 'key' in layer.columns ? valueOf(layer.columns.key, text) : undefined;
    const fits = layer.where.every(({ column, equals, not }) => {
      const value = text(column) ?? '';
      const isOneOf = (words: readonly string[]) => words.some((word) => cleanCell(word) === value);
      return equals ? isOneOf(equals) : !isOneOf(not ?? []);
    });
    if (!fits) yield { row, key, skipped: 'filtered' };
    else if (key !== undefined && noKey.has(key)) yield { row, key, skipped: 'no-key' };
    else yield { ...rowOf(text, feature), row };
  }
}

type AddressColumns = Extract<LayerProfile, { kind: 'address' }>['columns'];

function addressOf(
  columns: AddressColumns,
  degrees: boolean,
): (text: TextOf, feature: SourceFeature) => AddressRow {
  return (text, { geometry }) => ({
    key: valueOf(columns.key, text),
    street: valueOf(columns.street, text),
    number: [valueOf(columns.number, text), valueOf(columns.letter, text)].filter(Boolean).join(' '),
    postalCode: valueOf(columns.postalCode, text),
    locality: valueOf(columns.locality, text),
    propertyKey: valueOf(columns.property, text),
    point: columns.x === undefined ? geometry : readCoordinates(text(columns.x), text(columns.y!), degrees),
  });
}
