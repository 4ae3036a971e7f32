import { parseExactly } from './exact-json.js';

describe('reading JSON as it is written', () => {
  it.each([
    ['an integer beyond 2^53', '{"properties":{"id":9007199254740993}}', { id: '9007199254740993' }],
    ['a negative one', '{"properties":{"id":-9007199254740993}}', { id: '-9007199254740993' }],
    ['one in a list', '{"properties":{"id":[9007199254740993,1]}}', { id: ['9007199254740993', 1] }],
    ['an exponent', '{"properties":{"id":1.23E+05}}', { id: '1.23E+05' }],
    ['a float beyond 2^53', '{"properties":{"id":9007199254740994.0}}', { id: '9007199254740994.0' }],
    ['one beyond 2^64', '{"properties":{"id":100000000000000000000000}}', { id: '100000000000000000000000' }],
    ['what no float can hold', '{"properties":{"id":1e400}}', { id: '1e400' }],
    [
      'a float of many digits',
      '{"properties":{"id":0.1234567890123456789}}',
      { id: '0.1234567890123456789' },
    ],
    ['a long one before the point', '{"properties":{"id":12345678.123456789}}', { id: '12345678.123456789' }],
    ['a small float', '{"properties":{"id":0.0000001}}', { id: '0.0000001' }],
    ['a zero at the end', '{"properties":{"id":1.10,"b":1.1}}', { id: '1.10', b: 1.1 }],
    ['one in a list of lists', '{"properties":{"id":[[1.10]]}}', { id: [['1.10']] }],
    ['zeros at the start of a text', '{"properties":{"id":"007"}}', { id: '007' }],
    ['a float that is an integer', '{"properties":{"id":123.0}}', { id: 123 }],
    ['a small number', '{"properties":{"id":42}}', { id: 42 }],
    ['digits in a text', '{"properties":{"id":"x 9007199254740993 1e5"}}', { id: 'x 9007199254740993 1e5' }],
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

  it('is quick where only coordinates end in zeros', () => {
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
    ['in properties', '{"properties":{"a":1,"b":2,"a":3}}', [{ key: 'a', within: 'properties' }]],
    ['of equal values', '{"properties":{"a":1,"a":1}}', [{ key: 'a', within: 'properties' }]],
    ['of the feature', '{"id":1,"properties":{},"id":2}', [{ key: 'id', within: undefined }]],
    ['written otherwise', '{"properties":{"a":1,"\\u0061":2}}', [{ key: 'a', within: 'properties' }]],
    ['deep in a list', '{"properties":{"a":[{"b":1,"b":2}]}}', [{ key: 'b', within: 'a' }]],
    [
      'around coordinates',
      '{"geometry":{"coordinates":[1],"coordinates":[2]}}',
      [{ key: 'coordinates', within: 'geometry' }],
    ],
  ])('tells of a key that stands twice %s', (_where, text, doubled) => {
    expect(parseExactly(text).doubled).toEqual(doubled);
  });

  it.each(['{"a":{"a":1},"b":[{"a":1},{"a":2}]}', '{"a":"\\"a\\":1","b":"a\\\\"}', '[]', '7', '{"":1}'])(
    'finds no twin in %s',
    (text) => {
      expect(parseExactly(text)).toEqual({ value: JSON.parse(text), doubled: [] });
    },
  );
});
