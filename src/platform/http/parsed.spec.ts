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

describe('what a request may hold', () => {
  it.each([
    ['a NUL', '\0'],
    ['half a surrogate pair', 'a\ud800b'],
    ['the other half', '\udc00'],
  ])('is told where it has %s', (_, text) => {
    expect(faultsOf({ texts: [{ sms: 'Hej' }, { sms: text }] })).toEqual([
      { path: 'texts.1.sms', message: expect.stringContaining('character') },
    ]);
  });

  it('is nested 32 levels deep at most', () => {
    expect(faultsOf(nested(31))).toEqual(nested(31));
    expect(faultsOf(nested(33))).toEqual([expect.objectContaining({ message: 'nested more than 32 deep' })]);
  });

  it('is anything else', () => {
    const fine = { text: 'å 🚰', list: [null, true, 1.5, [[22, 65]]], '': '' };
    expect(read(fine)).toEqual(fine);
  });
});
