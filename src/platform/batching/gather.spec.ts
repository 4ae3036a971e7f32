import { Gather } from './gather.js';

/** A write that ends when the test ends it. */
function slowWrites() {
  const sets: { items: readonly number[]; done: () => void; fail: (error: Error) => void }[] = [];
  const write = (items: readonly number[]) =>
    new Promise<void>((done, fail) => {
      sets.push({ items, done, fail });
    });
  return { sets, write };
}

describe('Gather', () => {
  it('writes the first item at once, and items added during the write as one set', async () => {
    const { sets, write } = slowWrites();
    const gather = new Gather(write);
    const added = [1, 2, 3].map((n) => gather.add(n));
    expect(sets.map(({ items }) => items)).toEqual([[1]]);
    sets[0]!.done();
    await added[0];
    expect(sets.map(({ items }) => items)).toEqual([[1], [2, 3]]);
    sets[1]!.done();
    await Promise.all(added);
    const late = gather.add(4);
    expect(sets[2]!.items).toEqual([4]);
    sets[2]!.done();
    await late;
  });

  it('rejects only the items of the set that failed, and continues with the next set', async () => {
    const { sets, write } = slowWrites();
    const gather = new Gather(write);
    const [first, second] = [gather.add(1), gather.add(2)];
    sets[0]!.fail(new Error('no disk'));
    await expect(first).rejects.toThrow('no disk');
    sets[1]!.done();
    await expect(second).resolves.toBeUndefined();
  });

  it('writes no set larger than the maximum', async () => {
    const { sets, write } = slowWrites();
    const gather = new Gather(write, 2);
    const added = [1, 2, 3, 4].map((n) => gather.add(n));
    for (let at = 0; at < 3; at++) {
      sets[at]!.done();
      await added[Math.min(at * 2, 3)];
    }
    await Promise.all(added);
    expect(sets.map(({ items }) => items)).toEqual([[1], [2, 3], [4]]);
  });
});
