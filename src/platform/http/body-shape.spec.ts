import { requireFewFields, requireModestJson } from './body-shape.js';

const bytes = (text: string) => Buffer.from(text);
const polygon = (vertices: number) =>
  JSON.stringify({
    type: 'Polygon',
    coordinates: [Array.from({ length: vertices }, (_, n) => [22.1 + n / 1e6, 65.6])],
  });

describe('the shape of a body', () => {
  it.each([
    [
      'a normal request',
      '{"audience":{"places":["a","b"]},"texts":[{"language":"sv","sms":"a, b: {c} [d]"}]}',
    ],
    ['a polygon with five times the allowed vertices', polygon(50_000)],
    ['quotes and backslashes in text', '{"a":"\\"[[[[\\\\","b":"\\\\\\""}'],
    ['text that is not JSON, which the parser refuses later', '"'],
    ['an empty body', ''],
  ])('is accepted: %s', (_what, text) => {
    expect(() => requireModestJson(bytes(text))).not.toThrow();
  });

  it.each([
    [
      '600,000 names',
      `{${Array.from({ length: 600_000 }, (_, n) => `"k${n}":1`).join()}}`,
      'request.too-much-inside',
    ],
    ['a million numbers', `[${'1,'.repeat(1_000_000)}1]`, 'request.too-much-inside'],
    ['ten times the vertices of a polygon', polygon(100_000), 'request.too-much-inside'],
    ['names in many objects', `[${'{"a":1},'.repeat(6_000)}{}]`, 'request.too-much-inside'],
    ['33 levels', '['.repeat(33), 'request.nested-too-deep'],
    ['millions of levels', '['.repeat(3_900_000), 'request.nested-too-deep'],
    ['levels after text with brackets', `{"a":"]]]]","b":${'{"c":'.repeat(32)}`, 'request.nested-too-deep'],
  ])('is refused: %s', (_what, text, code) => {
    expect(() => requireModestJson(bytes(text))).toThrow(code);
  });

  it('is refused for a form with more than 100 fields', () => {
    const form = (fields: number) => bytes(Array.from({ length: fields }, (_, n) => `f${n}=${n}`).join('&'));
    expect(() => requireFewFields(form(100))).not.toThrow();
    expect(() => requireFewFields(form(101))).toThrow('request.too-many-fields');
  });
});
