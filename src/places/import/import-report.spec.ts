import { notesAsCsv, notesAsJsonLines } from './import-report.js';
import type { RowNote } from './import-account.js';

const notes: RowNote[] = [
  { layer: 'property', row: 7, key: '---', action: 'skipped', code: 'no-key' },
  { layer: 'property', row: 9, action: 'refused', code: 'geometry-ring', detail: 'not closed, "at all"' },
];

describe('the list of rows with a note', () => {
  it('is written as CSV, and no cell is a formula', () => {
    expect([...notesAsCsv(notes)].join('')).toBe(
      `layer,row,key,action,code,reason
property,7,'---,skipped,no-key,its key stands for none (noKey)
property,9,,refused,geometry-ring,"a ring is too short or not closed: not closed, ""at all"""
`,
    );
  });

  it('is written as JSON Lines, one row per line', () => {
    expect([...notesAsJsonLines(notes)].map((line) => JSON.parse(line) as unknown)[0]).toEqual({
      ...notes[0],
      reason: 'its key stands for none (noKey)',
    });
  });
});
