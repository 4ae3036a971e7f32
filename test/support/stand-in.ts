/**
 * The value of a stand-in as a number or as text. A statement with this value may be one that the product never sends.
 */
export const standInNumber = 5_318_008;

export interface Statement {
  readonly text: string;
  /** The number of its parameters. */
  readonly parameters: number;
  /** The line that sent it, e.g. `src/topics/topics.repository.ts:12`. */
  readonly line: string;
}

export interface Answers {
  /** Whether a statement answers with a row, or with none. */
  readonly rows: boolean;
  /** The value of `'name' in standIn`. */
  readonly has: boolean;
}

type Work = (...args: readonly unknown[]) => unknown;

const ofArrays = new Set<string | symbol>([...Object.getOwnPropertyNames(Array.prototype), Symbol.iterator]);
const standIns = new WeakSet<object>();
const isClass = (value: unknown): boolean =>
  typeof value === 'function' && /^class\b/.test(Function.prototype.toString.call(value));

/** The innermost line of the product's code on the stack. */
const callingLine = (): string =>
  (new Error().stack ?? '').split('\n').flatMap((frame) => {
    const [line, file] = /(src\/[^\s:]+):\d+/.exec(frame) ?? [];
    return line && !file!.endsWith('spec.ts') ? [line] : [];
  })[0] ?? 'nowhere';

/**
 * Stands for any argument and any dependency, also for a database connection. Each property is a stand-in. It can be read as
 * an array of one stand-in. A call runs the function it is given and returns its answer, or a stand-in. The method `query`
 * records its arguments.
 */
export function standIn(record: (statement: Statement) => void, answers: Answers): unknown {
  const call = (_: unknown, __: unknown, args: readonly unknown[]): unknown => {
    const given = args.find((arg) => typeof arg === 'function' && !standIns.has(arg) && !isClass(arg));
    const answer = (given as Work | undefined)?.(one, one, one);
    return answer instanceof Promise ? answer.catch(() => one) : (answer ?? one);
  };
  const query = (text: unknown, parameters: readonly unknown[] = []): Promise<unknown> => {
    record({ text: String(text), parameters: parameters.length, line: callingLine() });
    return Promise.resolve(answers.rows ? one : []);
  };
  const held: Record<string | symbol, unknown> = {
    query,
    // So that `await` does not take it for a promise.
    then: undefined,
    toString: () => String(standInNumber),
    toJSON: () => standInNumber,
    [Symbol.toPrimitive]: (hint: string) => (hint === 'string' ? String(standInNumber) : standInNumber),
  };
  const one: unknown = new Proxy(() => undefined, {
    apply: call,
    construct: () => one as object,
    has: () => answers.has,
    get: (_, name) => {
      if (name in held && Object.hasOwn(held, name)) return held[name];
      if (!ofArrays.has(name)) return typeof name === 'symbol' ? undefined : one;
      const found = Reflect.get([one], name) as unknown;
      if (typeof found !== 'function') return found;
      // If the first argument is a class, this is an entity manager's `find` and not an array's.
      return (...args: readonly unknown[]) =>
        isClass(args[0]) ? one : (found.apply([one], args) as unknown);
    },
  });
  standIns.add(one as object);
  return one;
}
