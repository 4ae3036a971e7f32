import crypto from 'node:crypto';
import { Logger } from '@nestjs/common';
import { standIn, type Answers, type Statement } from './stand-in.js';

type Callable = (...args: readonly unknown[]) => unknown;
type Constructor = new (...args: readonly unknown[]) => Readonly<Record<string, Callable>>;

/** A function or method that may send statements. `call` takes its arguments and the dependencies of its class. */
interface Sender {
  readonly takes: number;
  call(args: readonly unknown[], dependency: unknown): unknown;
}

export interface SentStatement extends Statement {
  /** True if no argument was empty or left out: if PostgreSQL then refuses the text, the product is at fault. */
  readonly isFull: boolean;
}

/** A call with its own arguments, and a stand-in for everything else. */
export type OwnCall = (stand: unknown) => unknown;

/** More statements than any call sends. A call that exceeds it is in a loop that no stand-in ends. */
const most = 60;
const many = <T>(one: T): T[] => Array.from({ length: 16 }, () => one);
const answering: readonly Answers[] = [
  { rows: true, has: true },
  { rows: true, has: false },
  { rows: false, has: true },
];

function sendersOf(module: object): Sender[] {
  return Object.values(module).flatMap((exported: unknown): Sender[] => {
    if (typeof exported !== 'function') return [];
    if (!/^class\b/.test(String(exported)))
      return [{ takes: exported.length, call: (args) => (exported as Callable)(...args) }];
    const made = exported as Constructor;
    return Object.entries(Object.getOwnPropertyDescriptors(made.prototype))
      .filter(([name, { value }]) => name !== 'constructor' && typeof value === 'function')
      .map(([name, { value }]) => ({
        takes: (value as Callable).length,
        call: (args, dependency) => new made(...many(dependency))[name]!(...args),
      }));
  });
}

async function settled(call: () => unknown): Promise<void> {
  try {
    const answer = await call();
    if (answer && typeof answer === 'object' && Symbol.asyncIterator in answer)
      for await (const _ of answer as AsyncIterable<unknown>);
  } catch {
    // Not every call can work with stand-ins. The test asks which lines were reached.
  }
}

/**
 * Every statement that the functions and methods of the modules send, each once. They are called with stand-ins, then
 * again with each argument empty or left out. Nothing reaches a database.
 *
 * @param own calls with arguments that a stand-in can't replace
 */
export async function sentStatements(
  modules: readonly object[],
  own: readonly OwnCall[],
): Promise<SentStatement[]> {
  const sent = new Map<string, SentStatement>();
  const senders = modules.flatMap(sendersOf);
  for (const answers of answering) {
    let left = 0;
    let isFull = true;
    const one = standIn((statement) => {
      const key = JSON.stringify(statement);
      sent.set(key, { ...statement, isFull: isFull || sent.get(key)?.isFull === true });
      left -= 1;
      if (left < 0) throw new Error('a loop that no stand-in ends');
    }, answers);
    const run = async (full: boolean, call: () => unknown) => {
      left = most;
      isFull = full;
      await settled(call);
    };
    for (const sender of senders) {
      await run(true, () => sender.call(many(one), one));
      for (const at of Array(Math.max(sender.takes, 3)).keys())
        for (const nothing of [[], undefined])
          await run(false, () => sender.call(many<unknown>(one).with(at, nothing), one));
    }
    for (const call of own) await run(true, () => call(one));
  }
  return [...sent.values()];
}

/**
 * While the work runs, hashes are stand-ins, no timer starts and nothing is logged. Stacks are short, since reading one
 * takes time.
 */
export async function withoutSideEffects<T>(work: () => Promise<T>): Promise<T> {
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = 6;
  const hash = standIn(() => undefined, { rows: true, has: true }) as never;
  const spies = [
    jest.spyOn(crypto, 'createHash').mockReturnValue(hash),
    jest.spyOn(crypto, 'createHmac').mockReturnValue(hash),
    jest.spyOn(globalThis, 'setInterval').mockReturnValue(1 as never),
    jest.spyOn(Logger.prototype, 'error').mockReturnValue(undefined),
  ];
  try {
    return await work();
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
    for (const spy of spies) spy.mockRestore();
  }
}
