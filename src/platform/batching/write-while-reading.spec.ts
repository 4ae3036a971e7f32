import { writeWhileReading } from './write-while-reading.js';

/** A write that ends when the test ends it. */
function slowWrites() {
  const begun: { batch: string; done: () => void; fail: (error: Error) => void }[] = [];
  const write = (batch: string) =>
    new Promise<void>((done, fail) => {
      begun.push({ batch, done, fail });
    });
  return { begun, write };
}

const turn = () => new Promise(setImmediate);

describe('writeWhileReading', () => {
  it('reads one batch ahead of the write, and no further', async () => {
    const read: string[] = [];
    async function* batches() {
      for (const batch of ['a', 'b', 'c']) {
        await turn();
        read.push(batch);
        yield batch;
      }
    }
    const { begun, write } = slowWrites();
    const over = writeWhileReading(batches(), write);
    while (read.length < 2) await turn();
    await turn();
    await turn();
    expect(read).toEqual(['a', 'b']);
    expect(begun.map(({ batch }) => batch)).toEqual(['a']);
    for (const at of [0, 1, 2]) {
      while (begun.length <= at) await turn();
      begun[at]!.done();
    }
    await over;
    expect(begun.map(({ batch }) => batch)).toEqual(['a', 'b', 'c']);
  });

  it('resolves only after the last write has ended', async () => {
    const { begun, write } = slowWrites();
    let isOver = false;
    const over = writeWhileReading(of('a'), write).then(() => (isOver = true));
    while (begun.length === 0) await turn();
    await turn();
    expect(isOver).toBe(false);
    begun[0]!.done();
    await over;
  });

  it('throws the error of a failed write, and closes the source it reads from', async () => {
    let closed = false;
    async function* batches() {
      try {
        for (;;) {
          await turn();
          yield 'more';
        }
      } finally {
        closed = true;
      }
    }
    await expect(writeWhileReading(batches(), () => Promise.reject(new Error('no disk')))).rejects.toThrow(
      'no disk',
    );
    expect(closed).toBe(true);
    await expect(writeWhileReading(of('last'), () => Promise.reject(new Error('no disk')))).rejects.toThrow(
      'no disk',
    );
  });

  it('throws the error of a failed read only after the current write has ended', async () => {
    const { begun, write } = slowWrites();
    async function* batches() {
      await turn();
      yield 'a';
      throw new Error('cut off');
    }
    let failed: unknown;
    const over = writeWhileReading(batches(), write).catch((error: unknown) => (failed = error));
    while (begun.length === 0) await turn();
    await turn();
    expect(failed).toBeUndefined();
    begun[0]!.fail(new Error('no disk'));
    await over;
    expect(failed).toEqual(new Error('cut off'));
  });
});

async function* of(...batches: string[]) {
  await turn();
  yield* batches;
}
