import type { EntityManager } from 'typeorm';
import { AddressQuality } from './address-quality.repository.js';
import { BlockIntake, blocksOfDesignations } from './block-intake.repository.js';
import type { DatasetIntake } from './dataset-intake.js';
import type { ImportAccount } from './import-account.js';
import { ImportExamples, type ImportExample } from './import-examples.repository.js';
import { DatasetShrank } from './import-refusals.js';
import { noteAll, type Missing } from './import-notes.js';
import { PlaceQuality } from './place-quality.repository.js';

/** Share of the stored rows that may be gone unless `allowShrink` is set. */
const shrinkLimit = 0.2;

/** A running import: what it replaces, and its results so far. */
export interface Replacement {
  readonly source: string;
  readonly allowShrink: boolean;
  readonly now: Date;
  readonly account: ImportAccount;
  /** How many ended, by kind. */
  readonly gone: Record<string, number>;
  readonly examples: ImportExample[];
  readonly step: (name: ImportStep) => void;
  readonly db: EntityManager;
}

/** What an import does after its files have been read. */
export type ImportStep =
  'checking' | 'comparing' | 'overlaps' | 'blocks' | 'places' | 'addresses' | 'background' | 'membership';

const quality = new PlaceQuality();
const whereabouts = new AddressQuality();
const blocks = new BlockIntake();
const showing = new ImportExamples();

/** @throws places.dataset-shrank */
export function recordGone({ kind, current, gone }: Missing, replacement: Replacement): void {
  const { source, allowShrink } = replacement;
  if (!allowShrink && gone > current * shrinkLimit) throw DatasetShrank({ source, kind, current, gone });
  replacement.gone[kind] = gone;
}

export async function replacePlaces(
  { places }: DatasetIntake,
  kinds: readonly string[],
  makesBlocks: boolean,
  replacement: Replacement,
): Promise<void> {
  const { source, account, step, db } = replacement;
  step('checking');
  noteAll(account, await places.repair(db), 'repaired');
  noteAll(account, await places.refuseBroken(db), 'refused');
  noteAll(account, await places.refuseRepeated(db), 'refused');
  step('comparing');
  await places.gather(source, db);
  for (const { layer, outcome, rows } of await places.outcomes(db)) account.count(layer, outcome, rows);
  if (makesBlocks) await blocks.touch(source, db);
  const madeBlocks = !makesBlocks && kinds.includes('property') && (await blocks.forget(source, db));
  noteAll(account, await quality.slivers(db), 'noted');
  step('places');
  await apply(places, kinds, replacement);
  step('overlaps');
  noteAll(account, await quality.overlaps(source, db), 'noted');
  if (makesBlocks) await replaceBlocks(places, replacement);
  // If the dataset now has a layer of blocks, that layer has already replaced the made ones.
  if (madeBlocks && !kinds.includes('block')) await apply(places, ['block'], replacement);
}

async function replaceBlocks(places: DatasetIntake['places'], replacement: Replacement): Promise<void> {
  const { source, account, step, db } = replacement;
  step('blocks');
  await blocks.gather(source, db);
  const counts = account.open(blocksOfDesignations, 'block');
  for (const { layer, outcome, rows } of await blocks.outcomes(db)) {
    counts.rows += rows;
    account.count(layer, outcome, rows);
  }
  await apply(places, ['block'], replacement);
}

async function apply(
  places: DatasetIntake['places'],
  kinds: readonly string[],
  replacement: Replacement,
): Promise<void> {
  const { source, now, examples, db } = replacement;
  for (const missing of await places.missing(source, kinds, db)) recordGone(missing, replacement);
  examples.push(...(await showing.places(source, kinds, db)));
  await places.apply(source, kinds, now, db);
}

export async function replaceAddresses(
  { addresses }: DatasetIntake,
  replacement: Replacement,
): Promise<void> {
  const { source, now, account, examples, step, db } = replacement;
  step('addresses');
  noteAll(account, await addresses.refuseConflicting(db), 'refused');
  await addresses.matchReferences(source, db);
  noteAll(account, await addresses.refuseHomeless(source, db), 'refused');
  const { also, unknown } = await addresses.references(db);
  noteAll(account, also, 'merged');
  noteAll(account, unknown, 'noted');
  await addresses.gather(source, db);
  for (const { layer, outcome, rows } of await addresses.outcomes(db)) account.count(layer, outcome, rows);
  noteAll(account, await whereabouts.outside(db), 'noted');
  noteAll(account, await whereabouts.farFromProperty(db), 'noted');
  recordGone(await addresses.missing(source, db), replacement);
  examples.push(...(await showing.addresses(source, db)));
  await addresses.apply(source, now, db);
}

export async function replaceBackground(
  { background }: DatasetIntake,
  kinds: readonly string[],
  { source, account, gone, step, db }: Replacement,
): Promise<void> {
  step('background');
  await background.gather(source, db);
  for (const { layer, outcome, rows } of await background.outcomes(db)) account.count(layer, outcome, rows);
  gone['background'] = await background.apply(source, kinds, db);
}
