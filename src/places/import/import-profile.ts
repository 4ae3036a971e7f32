import { readFile } from 'node:fs/promises';
import { parseDocument, visit } from 'yaml';
import { z } from 'zod';
import { ColumnValue } from '../reading/column-value.js';
import { reservedSources } from '../../kernel/reserved-sources.js';
import { FileUnreadable } from '../reading/file-refusals.js';
import { ProfileInvalid } from './import-refusals.js';
import { backgroundKinds } from './import-row.js';
import { placeKinds } from '../place-kind.js';

const text = z.union([z.string(), z.number()]).transform(String);
const texts = z.union([text.transform((one) => [one]), z.array(text).min(1)]);

const Condition = z
  .strictObject({
    column: z.string().min(1),
    /** The row is taken only if the column has one of these values. */
    equals: texts.optional(),
    /** The row is taken only if the column has none of these values. */
    not: texts.optional(),
  })
  .refine(({ equals, not }) => (equals === undefined) !== (not === undefined), 'needs either equals or not');

const crs = z
  .union([
    z.number().int().positive(),
    z.string().regex(/^EPSG:\d+$/i, 'must be an EPSG code, such as EPSG:3006'),
  ])
  .transform((given) => (typeof given === 'number' ? given : Number(given.slice('EPSG:'.length))));

const file = {
  /** Relative to the data folder. */
  file: z.string().min(1),
  /** Which layer of the file, if it has several. */
  layer: z.string().min(1).optional(),
  /** Overrides the reference that the file gives. */
  crs: crs.optional(),
  /** Encoding of a CSV (default utf-8) or of a Shapefile. */
  encoding: z.string().min(1).optional(),
  /** Delimiter of a CSV. */
  delimiter: z.string().length(1).default(','),
  where: z.array(Condition).default([]),
  /** Texts that mean: no value. */
  empty: z.array(text).default([]),
  /** Keys that mean: no key. Leftovers without a number have such keys. */
  noKey: z.array(text).default([]),
};

const PlaceLayerProfile = z.strictObject({
  kind: z.enum(placeKinds),
  ...file,
  /** Rows with the same key are the polygons of one place. */
  group: z.boolean().default(false),
  /**
   * For properties: the tract and block number in the designation. Properties that share it are made a block of that
   * name.
   */
  blocks: ColumnValue.optional(),
  columns: z.strictObject({ key: ColumnValue, name: ColumnValue.optional() }),
});

const AddressLayerProfile = z.strictObject({
  kind: z.literal('address'),
  ...file,
  columns: z
    .strictObject({
      key: ColumnValue,
      street: ColumnValue,
      number: ColumnValue.optional(),
      letter: ColumnValue.optional(),
      postalCode: ColumnValue.optional(),
      locality: ColumnValue.optional(),
      /** The key of the property it belongs to. */
      property: ColumnValue.optional(),
      /** Easting or longitude, northing or latitude, if the file has no geometry. */
      x: z.string().min(1).optional(),
      y: z.string().min(1).optional(),
    })
    .refine(({ x, y }) => (x === undefined) === (y === undefined), 'x and y come together')
    .refine(({ x, y }) => x === undefined || x !== y, 'x and y cannot be one column')
    .refine(
      ({ number, letter }) => number === undefined || JSON.stringify(number) !== JSON.stringify(letter),
      'number and letter cannot be one column',
    ),
});

const BackgroundLayerProfile = z.strictObject({
  kind: z.enum(backgroundKinds),
  ...file,
  columns: z.strictObject({ name: ColumnValue.optional() }).default({}),
});

const LayerProfile = z.discriminatedUnion(
  'kind',
  [PlaceLayerProfile, AddressLayerProfile, BackgroundLayerProfile],
  { error: `must have a kind: ${[...placeKinds, 'address', ...backgroundKinds].join(', ')}` },
);

/**
 * Says which column of which layer of a file is what. `source` names the dataset, and stays the same from year to year.
 */
const ImportProfile = z
  .strictObject({
    source: z
      .string()
      .regex(/^[a-z0-9][a-z0-9-]{0,39}$/, 'must be 1–40 of a–z, 0–9 and -')
      .refine((name) => !reservedSources.includes(name), 'self and staff are not for files'),
    description: z.string().optional(),
    layers: z.array(LayerProfile).min(1),
  })
  .superRefine(({ layers }, context) => {
    layers.forEach((layer, index) => {
      if (!('blocks' in layer) || layer.blocks === undefined) return;
      const path = ['layers', index, 'blocks'];
      if (layer.kind !== 'property')
        context.addIssue({ code: 'custom', path, message: 'is for a layer of properties' });
      if (layers.some(({ kind }) => kind === 'block'))
        context.addIssue({
          code: 'custom',
          path,
          message: 'blocks are either made or have a layer of their own',
        });
    });
  });

export type ImportProfile = z.infer<typeof ImportProfile>;
export type LayerProfile = ImportProfile['layers'][number];

/**
 * Parses YAML. A number that is written with needless digits, or with more than a double holds, stays text: `0180` is a
 * code.
 *
 * @throws YAMLParseError, also for a duplicate key
 */
function parseWithDigits(content: string): unknown {
  const document = parseDocument(content);
  if (document.errors[0]) throw document.errors[0];
  visit(document, {
    Scalar: (_key, node) => {
      const { value, source } = node;
      if (typeof value === 'number' && /^\d+(?:\.\d+)?$/.test(source ?? '') && String(value) !== source)
        node.value = source;
    },
  });
  return document.toJS();
}

/** @throws places.profile-invalid, naming each wrong field */
export function parseProfile(content: string, name: string): ImportProfile {
  let given: unknown;
  try {
    given = parseWithDigits(content);
  } catch (error) {
    throw ProfileInvalid({ file: name, faults: error instanceof Error ? error.message : String(error) });
  }
  const result = ImportProfile.safeParse(given);
  if (result.success) return result.data;
  const faults = result.error.issues.map(({ path, message }) => `${placeOf(path)}: ${message}`);
  throw ProfileInvalid({ file: name, faults: faults.join('; ') });
}

/** @throws places.profile-invalid, places.file-unreadable */
export async function readProfile(path: string): Promise<ImportProfile> {
  const content = await readFile(path, 'utf8').catch((error: unknown) => {
    throw FileUnreadable({ file: path, reason: error instanceof Error ? error.message : String(error) });
  });
  return parseProfile(content, path);
}

/** `layers[2].columns.key` */
const placeOf = (path: readonly PropertyKey[]): string =>
  path.reduce<string>(
    (place, step) =>
      typeof step === 'number' ? `${place}[${step}]` : [place, String(step)].filter(Boolean).join('.'),
    '',
  ) || 'profile';
