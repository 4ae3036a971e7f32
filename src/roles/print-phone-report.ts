import { phoneRowWords } from '../directory/registers/phone-row-words.js';
import type { PhoneRowFault, PhoneSourceReport, RefusedPhoneRow } from '../directory/phone-row.js';

/** Maximum number of refused rows printed if no file lists them. All are counted by reason. */
const maxLines = 200;

interface Printing {
  readonly json?: boolean;
  /** The file that lists the refused rows, if there is one. */
  readonly list?: string | undefined;
  readonly dryRun?: boolean;
}

/** Prints the result of an import of phones. Never prints phone numbers. */
export function printPhoneReport(report: PhoneSourceReport, { json, list, dryRun }: Printing = {}): void {
  if (json) {
    process.stdout.write(`${JSON.stringify(report)}\n`);
    return;
  }
  const { source, rows, phones, added, changed, unchanged, removed, refused, withheld, refreshed } = report;
  const lines = [
    `${source}: ${rows} rows, ${phones} phones`,
    `  at an address: ${added} new, ${changed} changed, ${unchanged} unchanged, ${removed} gone`,
  ];
  if (!dryRun) lines.push(`  worked out who is reached: ${refreshed} addresses`);
  lines.push(...refusedLines(refused, list));
  if (withheld > 0)
    lines.push(
      `  held back: ${withheld} phones that a refused row may have called protected or objecting. They get no alert until`,
      '    a delivery of this source has no such row of them. Correct the rows and run again.',
    );
  if (dryRun) lines.push('A dry run: nothing was changed.');
  process.stdout.write(`${lines.join('\n')}\n`);
}

/** Prints the refused rows of a source that was refused as a whole. */
export function printRefusedRows(
  refused: readonly RefusedPhoneRow[],
  { list }: Pick<Printing, 'list'>,
): void {
  process.stdout.write(`${refusedLines(refused, list).join('\n')}\n`);
}

function refusedLines(refused: readonly RefusedPhoneRow[], list: string | undefined): string[] {
  const lines: string[] = [];
  const byCode = new Map<PhoneRowFault, number>();
  for (const { code } of refused) byCode.set(code, (byCode.get(code) ?? 0) + 1);
  if (refused.length > 0)
    lines.push(`  refused: ${[...byCode].map(([code, count]) => `${count} ${code}`).join(', ')}`);
  for (const code of byCode.keys()) {
    const { sv, en } = phoneRowWords[code];
    lines.push(`    ${code}: ${sv} / ${en}`);
  }
  if (list) lines.push(`  the list of ${refused.length} refused rows with their reasons: ${list}`);
  else {
    for (const { row, code, value } of refused.slice(0, maxLines))
      lines.push(`    row ${row}: ${code}${value === undefined ? '' : ` (${value})`}`);
    if (refused.length > maxLines)
      lines.push(`    … and ${refused.length - maxLines} more (--json lists all)`);
  }
  return lines;
}
