import { spawnSync } from 'node:child_process';
import path from 'node:path';

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
  const program = path.join(process.cwd(), 'test', 'support', 'xml-tree-process.mjs');
  const { status, stdout, stderr } = spawnSync(process.execPath, [program], {
    input: xml,
    maxBuffer: 100_000_000,
  });
  if (status !== 0) throw new Error(`not well formed: ${stderr.toString()}`);
  return JSON.parse(stdout.toString()) as XmlTree;
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
