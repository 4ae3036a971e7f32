import { parseExactly } from './exact-json.js';

describe('reading JSON as it is written', () => {
  it.each([
    ['an integer beyond 2^53', '{"properties":{"id":9007199254740993}}', { id: '9007199254740993' }],
    ['a negative one', '{"properties":{"id":-9007199254740993}}', { id: '-9007199254740993' }],
    ['one in a list', '{"properties":{"id":[9007199254740993,1]}}', { id: ['9007199254740993', 1] }],
    ['an exponent', '{"properties":{"id":1.23E+05}}', { id: '1.23E+05' }],
    ['a float beyond 2^53', '{"properties":{"id":9007199254740994.0}}', { id: '9007199254740994.0' }],
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
