import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkPoints } from './check-points.js';
import { eventKinds, pointIds, pointsOf, type EventKind } from './points.js';

const folder = join(process.cwd(), '../shared/data/checklist');
const describeWithData = existsSync(folder) ? describe : describe.skip;

interface Notice {
  readonly id: string;
  readonly kind: EventKind;
  readonly text: string;
  readonly points_present: readonly string[];
  readonly points_missing: readonly string[];
}

describeWithData('public notices (skipped where ../shared/data/checklist is missing)', () => {
  const read = (file: string): string => readFileSync(join(folder, file), 'utf8');

  it('have the same points and kinds as ours', () => {
    const theirs = JSON.parse(read('points.json')) as {
      points: Record<string, string>;
      required_by_kind: Record<string, string[]>;
    };
    // The file has no list for danger and its end.
    const listed = eventKinds.filter((kind) => !kind.startsWith('danger'));
    expect(pointIds.filter((id) => !id.startsWith('D')).sort()).toEqual(Object.keys(theirs.points).sort());
    const required = listed.map((kind) => [
      kind,
      pointsOf(kind).flatMap(({ id, requirement }) => (requirement === 'required' ? [id] : [])),
    ]);
    expect(Object.fromEntries(required)).toEqual(theirs.required_by_kind);
  });

  it('are read as a person read them, in at least nine of ten points', () => {
    const notices = read('texts.jsonl')
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as Notice);
    const judged = notices.flatMap((notice) => {
      const found = checkPoints(notice.kind, notice.text, 'sv')
        .filter((point) => point.found)
        .map(({ id }) => id as string);
      return [
        ...notice.points_present.map((point) => ({
          at: `${notice.id} lacks ${point}`,
          right: found.includes(point),
        })),
        ...notice.points_missing.map((point) => ({
          at: `${notice.id} has ${point}`,
          right: !found.includes(point),
        })),
      ];
    });
    const wrong = judged.filter(({ right }) => !right).map(({ at }) => at);
    if (wrong.length > 0) console.info(`read otherwise than by a person: ${wrong.join(', ')}`);
    expect(judged.length).toBeGreaterThan(50);
    expect(wrong.length / judged.length).toBeLessThanOrEqual(0.1);
  });
});
