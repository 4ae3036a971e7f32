import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { othersData } from '../import-command.js';
import { polygonFaults, sweden } from './cap-polygons.js';
import { profileFindings } from './cap-profile.js';
import { CapSchema } from './cap-schema.js';

const folder = path.join(othersData, 'cap');
const given = existsSync(folder) ? describe : describe.skip;

given('our checks of CAP, on messages of others (needs ../shared/data/cap)', () => {
  let schema: CapSchema;
  beforeAll(() => {
    schema = new CapSchema();
  });
  afterAll(() => schema.close());

  const read = (file: string): string => readFileSync(path.join(folder, file), 'utf8');
  async function findings(file: string): Promise<string[]> {
    const { faults, tree } = await schema.check(read(file));
    return [...(faults.length > 0 ? ['XSD'] : []), ...(tree ? profileFindings(tree, sweden) : ['not XML'])];
  }

  it('find in each made message what is wrong with it, and nothing else', async () => {
    const { files } = JSON.parse(read('made/expected.json')) as {
      files: { file: string; findings: string[] }[];
    };
    expect(files.length).toBeGreaterThan(5);
    for (const { file, findings: expected } of files)
      expect([file, ...(await findings(`made/${file}`))]).toEqual([file, ...expected]);
  });

  it.each([
    ['43b080713727.cap', ['CIRCLE_POLYGON_OR_GEOCODE_IS_REQUIRED', 'EXPIRES_IS_REQUIRED']],
    ['canada.cap', ['SENT_INCLUDES_UTC_TIMEZONE']],
  ])('find in %s what Google’s library finds', async (file, expected) => {
    const found = await findings(`alerts/${file}`);
    expect(found).toEqual(expect.arrayContaining(expected));
    expect(found).not.toContain('XSD');
  });

  it.each(['invalid.cap', 'noaa_errors.cap'])('refuse %s by the schema', async (file) => {
    expect((await schema.check(read(`alerts/${file}`))).faults).not.toEqual([]);
  });
});

describe('our check of polygons', () => {
  it.each([
    ['65,22 65,23 66,23 65,22', []],
    ['65,22 65,23 66,23', ['INVALID_POLYGON']],
    ['65,22 66,23 65,22', ['INVALID_POLYGON']],
    ['65 22', ['INVALID_POLYGON']],
    ['65,22 66,23 66,22 65,23 65,22', ['INVALID_POLYGON_SELF_INTERSECTION']],
    ['22,65 23,65 23,66 22,65', ['AREA_OUTSIDE_MUNICIPALITY']],
  ])('finds in %s: %j', (polygon, expected) => {
    expect(polygonFaults([polygon], sweden)).toEqual(expected);
  });
});
