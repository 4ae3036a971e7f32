import { openSealed, seal, type Sealing } from './seal.js';

const sealing: Sealing = { secret: 'a'.repeat(32), purpose: 'test', owner: 'row 1' };

describe('a sealed text', () => {
  it('is opened by who sealed it, and differs each time', () => {
    const sealed = seal('hemligt åäö', sealing);
    expect(openSealed(sealed, sealing)).toBe('hemligt åäö');
    expect(seal('hemligt åäö', sealing)).not.toEqual(sealed);
    expect(sealed.toString('latin1')).not.toContain('hemligt');
  });

  it.each<[string, Partial<Sealing>]>([
    ['another key', { secret: 'b'.repeat(32) }],
    ['another purpose', { purpose: 'other' }],
    ['another owner', { owner: 'row 2' }],
  ])('is not opened with %s', (_, other) =>
    expect(openSealed(seal('hemligt', sealing), { ...sealing, ...other })).toBeUndefined(),
  );

  it('is not opened when it was changed or cut', () => {
    const sealed = seal('hemligt', sealing);
    const changed = Buffer.from(sealed);
    changed[sealed.length - 1]! ^= 1;
    expect(openSealed(changed, sealing)).toBeUndefined();
    expect(openSealed(sealed.subarray(0, 20), sealing)).toBeUndefined();
  });
});
