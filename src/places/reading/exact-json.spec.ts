import { parseExactly } from './exact-json.js';

describe('reading JSON without loss', () => {
  it.each([
    ['an integer beyond 2^53', '{"properties":{"id":9007199254740993}}', { id: '9007199254740993' }],
    ['a negative integer', '{"properties":{"id":-9007199254740993}}', { id: '-9007199254740993' }],
    ['an integer in a list', '{"properties":{"id":[9007199254740993,1]}}', { id: ['9007199254740993', 1] }],
    ['an exponent', '{"properties":{"id":1.23E+05}}', { id: '1.23E+05' }],
    ['a float beyond 2^53', '{"properties":{"id":9007199254740994.0}}', { id: '9007199254740994.0' }],
    [
      'an integer beyond 2^64',
      '{"properties":{"id":100000000000000000000000}}',
      { id: '100000000000000000000000' },
    ],
    ['a number too large for a float', '{"properties":{"id":1e400}}', { id: '1e400' }],
    [
      'a float of many digits',
      '{"properties":{"id":0.1234567890123456789}}',
      { id: '0.1234567890123456789' },
    ],
    [
      'a float with a long integer part',
      '{"properties":{"id":12345678.123456789}}',
      { id: '12345678.123456789' },
    ],
    ['a small float', '{"properties":{"id":0.0000001}}', { id: '0.0000001' }],
    ['a zero at the end', '{"properties":{"id":1.10,"b":1.1}}', { id: '1.10', b: 1.1 }],
    ['a float in a list of lists', '{"properties":{"id":[[1.10]]}}', { id: [['1.10']] }],
    ['a string with leading zeros', '{"properties":{"id":"007"}}', { id: '007' }],
    ['a float that is an integer', '{"properties":{"id":123.0}}', { id: 123 }],
    ['a small number', '{"properties":{"id":42}}', { id: 42 }],
    [
      'a string that contains numbers',
      '{"properties":{"id":"x 9007199254740993 1e5"}}',
      { id: 'x 9007199254740993 1e5' },
    ],
  ])('keeps the digits of %s', (_what, text, properties) => {
    expect(parseExactly(text)).toEqual({ value: { properties }, doubled: [] });
  });

  it('keeps the digits of an id and leaves coordinates numbers', () => {
    const text =
      '{"id":9007199254740993,"geometry":{"coordinates":[1e-3,9007199254740993]},"properties":null}';
    expect(parseExactly(text).value).toEqual({
      id: '9007199254740993',
      geometry: { coordinates: [0.001, 9007199254740992] },
      properties: null,
    });
  });

  it('reads coordinates that end in zeros as numbers', () => {
    const text = '{"properties":{"id":1},"geometry":{"coordinates":[[17.10, 62.20],[1e1,2]]}}';
    expect(parseExactly(text).value).toMatchObject({
      geometry: {
        coordinates: [
          [17.1, 62.2],
          [10, 2],
        ],
      },
    });
  });

  it.each([
    ['a key in properties', '{"properties":{"a":1,"b":2,"a":3}}', [{ key: 'a', within: 'properties' }]],
    ['a key with equal values', '{"properties":{"a":1,"a":1}}', [{ key: 'a', within: 'properties' }]],
    ['a key of the feature', '{"id":1,"properties":{},"id":2}', [{ key: 'id', within: undefined }]],
    ['a key with an escape', '{"properties":{"a":1,"\\u0061":2}}', [{ key: 'a', within: 'properties' }]],
    ['a key deep in a list', '{"properties":{"a":[{"b":1,"b":2}]}}', [{ key: 'b', within: 'a' }]],
    [
      'the key coordinates',
      '{"geometry":{"coordinates":[1],"coordinates":[2]}}',
      [{ key: 'coordinates', within: 'geometry' }],
    ],
  ])('reports a duplicate: %s', (_where, text, doubled) => {
    expect(parseExactly(text).doubled).toEqual(doubled);
  });

  it.each(['{"a":{"a":1},"b":[{"a":1},{"a":2}]}', '{"a":"\\"a\\":1","b":"a\\\\"}', '[]', '7', '{"":1}'])(
    'finds no duplicate key in %s',
    (text) => {
      expect(parseExactly(text)).toEqual({ value: JSON.parse(text), doubled: [] });
    },
  );
});
