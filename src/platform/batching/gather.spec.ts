import { Gather } from './gather.js';

/** A write that is over when the test says so. */
function slowWrites() {
  const sets: { items: readonly number[]; done: () => void; fail: (error: Error) => void }[] = [];
  const write = (items: readonly number[]) =>
    new Promise<void>((done, fail) => {
      sets.push({ items, done, fail });
    });
  return { sets, write };
}

describe('gathering', () => {
  it('writes the first at once, and what comes meanwhile as one set', async () => {
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

  it('tells of a failure to those it concerns, and goes on', async () => {
    const { sets, write } = slowWrites();
    const gather = new Gather(write);
    const [first, second] = [gather.add(1), gather.add(2)];
    sets[0]!.fail(new Error('no disk'));
    await expect(first).rejects.toThrow('no disk');
    sets[1]!.done();
    await expect(second).resolves.toBeUndefined();
  });

  it('makes no set larger than it may be', async () => {
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
