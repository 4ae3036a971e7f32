import { z } from 'zod';
import type { DomainError } from '../../kernel/refusal.js';
import { parsed } from './parsed.js';

const read = (value: unknown): unknown => parsed(z.unknown()).transform(value, { type: 'body' });
function faultsOf(value: unknown): unknown {
  try {
    return read(value);
  } catch (error) {
    return (error as DomainError).details['errors'];
  }
}
const nested = (levels: number): unknown => (levels === 0 ? 1 : { inner: nested(levels - 1) });

describe('the content of a request', () => {
  it.each([
    ['a NUL', '\0'],
    ['half a surrogate pair', 'a\ud800b'],
    ['the other half of a surrogate pair', '\udc00'],
  ])('is refused with the path of the field that has %s', (_, text) => {
    expect(faultsOf({ texts: [{ sms: 'Hej' }, { sms: text }] })).toEqual([
      { path: 'texts.1.sms', message: expect.stringContaining('character') },
    ]);
  });

  it('is refused if nested more than 32 levels deep', () => {
    expect(faultsOf(nested(31))).toEqual(nested(31));
    expect(faultsOf(nested(33))).toEqual([expect.objectContaining({ message: 'nested more than 32 deep' })]);
  });

  it('is accepted unchanged otherwise', () => {
    const fine = { text: 'å 🚰', list: [null, true, 1.5, [[22, 65]]], '': '' };
    expect(read(fine)).toEqual(fine);
  });
});
