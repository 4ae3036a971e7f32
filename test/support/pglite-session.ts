import { fork } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';

interface Answer {
  readonly id: number;
  readonly answer: Uint8Array;
  readonly inTransaction: boolean;
}

/**
 * A session of an empty embedded database without PostGIS, in a process of its own. Its answers take a while, so that
 * clients have every opportunity to get in each other's way.
 */
export async function openPgliteSession() {
  const child = fork(path.join(process.cwd(), 'test/support/pglite-process.mjs'), {
    serialization: 'advanced',
  });
  await once(child, 'message');
  const waiting = new Map<number, (answer: Answer) => void>();
  let lastId = 0;
  let inTransaction = false;
  child.on('message', (message) => {
    const answer = message as Answer;
    inTransaction = answer.inTransaction;
    waiting.get(answer.id)?.(answer);
    waiting.delete(answer.id);
  });
  return {
    isInTransaction: () => inTransaction,
    execProtocolRaw: async (message: Uint8Array): Promise<Uint8Array> => {
      const id = (lastId += 1);
      const answered = new Promise<Answer>((resolve) => waiting.set(id, resolve));
      child.send({ id, message });
      return (await answered).answer;
    },
    close: async () => {
      const exited = once(child, 'exit');
      child.disconnect();
      await exited;
    },
  };
}
