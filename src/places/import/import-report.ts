import type { ImportSummary } from './import-dataset.js';
import { writeCsv, type CsvCell } from '../../platform/tables/write-csv.js';
import { maxListed, type ReasonCount, type RowNote, type RowReason } from './import-account.js';

/** What each reason means. The `detail` of a note follows it. */
const words: Readonly<Record<RowReason, string>> = {
  filtered: 'left out by the profile (where)',
  'no-key': 'its key stands for none (noKey)',
  'key-missing': 'it has no key',
  'key-reformatted': 'a spreadsheet has turned its key into a decimal (123.0 or 1.23E+05)',
  'cells-missing': 'it has fewer cells than the heading',
  'cells-extra': 'it has more cells than the heading',
  'quote-stray': 'a quotation mark stands inside a cell',
  'text-garbled': 'letters of its text are lost, or were encoded twice',
  'name-unseen': 'its name had characters that nobody sees, or a line break, which were taken out',
  'name-look-alike': 'a letter of its name is of another alphabet and can be mistaken',
  'point-zero': 'its coordinates are 0, or 1, 1, which stands for none',
  'outside-municipality': 'its point lies outside every municipality',
  'property-far': 'its point lies far from the property it refers to',
  'key-repeated': 'several rows of this key say different things',
  'street-missing': 'it has no street',
  'address-conflicting':
    'the rows of this address name different streets, numbers, postal codes or localities',
  'property-not-named': 'it has no point and refers to no property, so it cannot be placed',
  'property-unknown': 'it refers to a property that is not there',
  'property-also': 'the address belongs to this property too',
  'outside-reference': 'it lies where the metric reference does not measure true',
  'geometry-missing': 'it has no geometry',
  'geometry-kind': 'its geometry is of the wrong kind',
  'geometry-empty': 'its geometry is empty',
  'geometry-number': 'a coordinate is no number',
  'geometry-ring': 'a ring is too short or not closed',
  'geometry-range': 'a coordinate is no longitude and latitude',
  'geometry-leftover': 'parts of it that enclose nothing were left out',
  'geometry-invalid': 'its polygon was mended',
  'geometry-lost': 'its polygon cannot be mended within 1 % of its area',
  sliver: 'it is so small or so narrow that it may be left over from a cut',
  overlap: 'it lies over a neighbour',
};

const reasonOf = ({ code, detail }: RowNote): string => (detail ? `${words[code]}: ${detail}` : words[code]);

const line = (cells: readonly CsvCell[]): string => writeCsv([cells], { delimiter: ',', lineEnd: 'unix' });

/** A header, then one line per row: where it is, what was done and why. */
export function* notesAsCsv(
  notes: readonly RowNote[],
  reasons: readonly ReasonCount[] = [],
): Generator<string> {
  yield line(['layer', 'row', 'key', 'action', 'code', 'reason']);
  for (const note of notes)
    yield line([note.layer, note.row, note.key, note.action, note.code, reasonOf(note)]);
  for (const { layer, action, code, rows } of unlisted(reasons))
    yield line([layer, '', '', action, code, `${rows} more rows: ${words[code]}`]);
}

export function* notesAsJsonLines(
  notes: readonly RowNote[],
  reasons: readonly ReasonCount[] = [],
): Generator<string> {
  for (const note of notes) yield `${JSON.stringify({ ...note, reason: reasonOf(note) })}\n`;
  for (const { rows, ...of } of unlisted(reasons))
    yield `${JSON.stringify({ ...of, more: rows, reason: words[of.code] })}\n`;
}

/** How many rows of each reason are not listed. */
const unlisted = (reasons: readonly ReasonCount[]): ReasonCount[] =>
  reasons.filter(({ rows }) => rows > maxListed).map((of) => ({ ...of, rows: of.rows - maxListed }));

const columns = ['rows', 'new', 'changed', 'unchanged', 'merged', 'skipped', 'refused', 'repaired'] as const;

type Sums = Pick<ImportSummary, 'layers' | 'reasons'>;

/** What happened to the rows, as a table for a terminal. */
export function describeRows({ layers, reasons }: Sums): string {
  const table = [
    ['', ...columns],
    ...layers.map((layer) => [layer.layer, ...columns.map((name) => String(layer[name]))]),
  ];
  const widths = table[0]!.map((_, index) => Math.max(...table.map((line) => line[index]!.length)));
  const lines = table.map((line) =>
    line
      .map((text, index) => (index === 0 ? text.padEnd(widths[0]!) : text.padStart(widths[index]!)))
      .join('  '),
  );
  return [
    ...lines,
    ...reasons.map(({ layer, action, code, rows }) => `  ${layer}, ${rows} ${action}: ${words[code]}`),
  ].join('\n');
}

/** The totals of an import, for a terminal. */
export function describeImport(summary: ImportSummary): string {
  const { source, gone, addressesMoved, memberships } = summary;
  const ended = Object.entries(gone).filter(([, count]) => count > 0);
  return [
    `Dataset ${source}`,
    describeRows(summary),
    `No longer there: ${ended.map(([kind, count]) => `${count} ${kind}`).join(', ') || 'nothing'}.`,
    `Addresses tied to another property or moved with theirs: ${addressesMoved}.`,
    `Addresses in places: ${memberships.total} (${memberships.added} added, ${memberships.removed} removed).`,
  ].join('\n');
}

/** The first few of what is new, changed and gone, by kind, so that a person sees whether that is what was meant. */
export function describeExamples({ examples }: ImportSummary): string {
  const groups = new Map<string, string[]>();
  for (const { kind, what, key, name } of examples) {
    const of = `${kind}, ${what}`;
    groups.set(of, [...(groups.get(of) ?? []), name === key ? key : `${name} (${key})`]);
  }
  return [...groups].map(([of, some]) => `  ${of}: ${some.join('; ')}`).join('\n');
}
