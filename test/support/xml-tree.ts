import path from 'node:path';
import { MessageChannel, Worker, receiveMessageOnPort } from 'node:worker_threads';

/** An element as libxml2 reads it. */
export interface XmlTree {
  readonly name: string;
  readonly namespace: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** Of the element and everything in it. */
  readonly text: string;
  readonly children: readonly XmlTree[];
}

/** Parses XML with another parser than the program's. @throws what libxml2 says if it is not well formed */
export function parseXml(xml: string | Buffer): XmlTree {
  parser ??= startParser();
  const { port, answered } = parser;
  Atomics.store(answered, 0, 0);
  port.postMessage(Buffer.from(xml));
  if (Atomics.wait(answered, 0, 0, patienceMs) === 'timed-out')
    throw new Error(`libxml2 did not answer within ${patienceMs} ms`);
  const { tree, fault } = receiveMessageOnPort(port)!.message as Answer;
  if (!tree) throw new Error(`not well formed: ${fault}`);
  return tree;
}

/** The first answer includes the start of the thread. */
const patienceMs = 60_000;

interface Answer {
  readonly tree?: XmlTree;
  readonly fault?: string;
}

/** One thread for all files of a set, because its start takes longer than any parse. */
let parser: ReturnType<typeof startParser> | undefined;

function startParser() {
  const { port1: port, port2 } = new MessageChannel();
  const answered = new Int32Array(new SharedArrayBuffer(4));
  const worker = new Worker(path.join(process.cwd(), 'test', 'support', 'xml-tree-worker.mjs'), {
    workerData: { port: port2, answered },
    transferList: [port2],
  });
  // Neither keeps the run from ending.
  worker.unref();
  port.unref();
  return { port, answered };
}

/** The children with a name, in order. */
export const childrenNamed = (tree: XmlTree, name: string): XmlTree[] =>
  tree.children.filter((child) => child.name === name);

/** The text of the only child with a name. @throws if there is none or several */
export function textOf(tree: XmlTree, name: string): string {
  const [only, ...more] = childrenNamed(tree, name);
  if (!only || more.length > 0) throw new Error(`${tree.name} has ${more.length + (only ? 1 : 0)} ${name}`);
  return only.text;
}
