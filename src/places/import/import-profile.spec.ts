import { readdirSync } from 'node:fs';
import path from 'node:path';
import { parseProfile, readProfile } from './import-profile.js';

const profile = (layer: string, source = 'lulea'): string => `source: ${source}\nlayers:\n  - ${layer}\n`;
const property = (more = ''): string =>
  `{ kind: property, file: a.gpkg, columns: { key: id, name: "{trakt} {enhet}" }${more} }`;

describe('an import profile', () => {
  it('may be YAML or JSON, and has defaults for what it leaves out', () => {
    const parsed = parseProfile(
      profile(property(', crs: "EPSG:3006", where: [{ column: status, equals: 1 }]')),
      'p',
    );
    expect(parsed).toEqual({
      source: 'lulea',
      layers: [
        {
          kind: 'property',
          file: 'a.gpkg',
          crs: 3006,
          delimiter: ',',
          where: [{ column: 'status', equals: ['1'] }],
          empty: [],
          noKey: [],
          group: false,
          columns: { key: 'id', name: '{trakt} {enhet}' },
        },
      ],
    });
    expect(parseProfile(JSON.stringify(parsed), 'p')).toEqual(parsed);
  });

  it('keeps the digits of values that are compared with the file', () => {
    const [layer] = parseProfile(
      profile(
        property(', noKey: [007, 0, 1.5, 1.10, 9007199254740993], where: [{ column: a, equals: 0180 }]'),
      ),
      'p',
    ).layers;
    expect(layer).toMatchObject({
      noKey: ['007', '0', '1.5', '1.10', '9007199254740993'],
      where: [{ equals: ['0180'] }],
    });
  });

  it.each([
    ['no content', '', 'profile:'],
    ['content that is not YAML', 'source: [', 'line'],
    ['an invalid source name', profile(property(), 'Luleå kommun'), 'source: must be'],
    ['no layers', 'source: a\nlayers: []', 'layers:'],
    [
      'an unknown kind',
      profile('{ kind: house, file: a }'),
      'layers[0].kind: must have a kind: municipality',
    ],
    ['an unknown field', profile(property(', colour: red')), 'layers[0]: Unrecognized key: "colour"'],
    [
      'no key',
      profile('{ kind: block, file: a, columns: { name: n } }'),
      'layers[0].columns.key: must be a column',
    ],
    ['a reference without a code', profile(property(', crs: SWEREF99')), 'layers[0].crs: '],
    [
      'a pattern without a group',
      profile('{ kind: block, file: a, columns: { key: { from: a, matching: "^x" } } }'),
      'columns.key.matching: must be a regular expression with one group',
    ],
    [
      'a condition without a value',
      profile(property(', where: [{ column: a }]')),
      'layers[0].where[0]: needs',
    ],
    [
      'x without y',
      profile('{ kind: address, file: a.csv, columns: { key: a, street: s, x: e } }'),
      'layers[0].columns: x and y',
    ],
    ['a duplicate field', profile(property(', file: b.gpkg')), 'unique'],
    ['a duplicate key in JSON', '{"source":"a","source":"b","layers":[]}', 'unique'],
    [
      'one column for x and y',
      profile('{ kind: address, file: a.csv, columns: { key: a, street: s, x: e, y: e } }'),
      'x and y cannot be one column',
    ],
    [
      'one column for number and letter',
      profile('{ kind: address, file: a.csv, columns: { key: a, street: s, number: n, letter: n } }'),
      'number and letter cannot be one column',
    ],
    [
      'an address without a street',
      profile('{ kind: address, file: a.csv, columns: { key: a } }'),
      'columns.street',
    ],
    ...['staff', 'self'].map((source): [string, string, string] => [
      `the source ${source}`,
      `source: ${source}\nlayers: [${property()}]`,
      'source: self and staff are not for files',
    ]),
  ])('is refused with %s, and the error names the field', (_what, content, fault) => {
    expect(() => parseProfile(content, 'p.yaml')).toThrow(
      expect.objectContaining({
        code: 'places.profile-invalid',
        message: expect.stringContaining(fault),
        details: expect.objectContaining({ file: 'p.yaml' }),
      }),
    );
  });

  const folder = path.join(process.cwd(), 'geo/profiles');
  it.each(readdirSync(folder).filter((file) => file.endsWith('.yaml')))(
    'in %s is valid, and its source has the name of the file',
    async (file) => {
      expect((await readProfile(path.join(folder, file))).source).toBe(path.parse(file).name);
    },
  );
});
