// Reads declarations from the sources. Pages of docs/ are generated from them.
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { format, resolveConfig } from 'prettier';
import { root } from './prepare.mjs';

const src = path.join(root, 'src');

/** Every source file of the program except tests, as `{ file, text }`. */
export function* sources() {
  for (const file of readdirSync(src, { recursive: true }).sort())
    if (/\.tsx?$/.test(file) && !/spec\.tsx?$/.test(file))
      yield { file, text: readFileSync(path.join(src, file), 'utf8') };
}

/** Each call of a function in the sources, as `{ file, args }`. */
export function* callsOf(name) {
  for (const { file, text } of sources()) {
    if (!text.includes(`${name}(`)) continue;
    const found = [];
    const look = (node) => {
      if (ts.isCallExpression(node) && node.expression.getText() === name) found.push(node.arguments);
      ts.forEachChild(node, look);
    };
    look(ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true));
    for (const args of found) yield { file, args };
  }
}

/** The text of an expression. Parts known only at run time become `…`. */
export function textOf(node) {
  if (ts.isStringLiteralLike(node)) return node.text;
  if (ts.isBinaryExpression(node)) return textOf(node.left) + textOf(node.right);
  if (ts.isTemplateExpression(node))
    return node.head.text + node.templateSpans.map(({ literal }) => `…${literal.text}`).join('');
  return '…';
}

/** The entries of an object literal, as pairs of name and expression. */
export const entriesOf = (object) =>
  object.properties.map(({ name, initializer }) => [name.text, initializer]);

/** @returns one line for each name that is declared more than once */
export function declaredTwice(declared) {
  const files = new Map();
  for (const { name, file } of declared) files.set(name, [...(files.get(name) ?? []), file]);
  return [...files].filter(([, at]) => at.length > 1).map(([name, at]) => `${name} is declared twice: ${at}`);
}

/**
 * Writes a page of docs/. With --check it writes nothing, and fails if the page is out of date.
 *
 * @param faults errors in the declarations: each is printed, and any of them makes the run fail
 */
export async function makePage(command, text, faults) {
  const page = path.join(root, 'docs', `${command}.md`);
  const made = await format(text, { ...(await resolveConfig(page)), filepath: page });
  const isCheck = process.argv.includes('--check');
  const isOld = !existsSync(page) || readFileSync(page, 'utf8') !== made;
  if (!isCheck) writeFileSync(page, made);
  const all =
    isCheck && isOld ? [...faults, `docs/${command}.md is out of date: run \`npm run ${command}\``] : faults;
  for (const fault of all) console.error(fault);
  if (all.length > 0) process.exit(1);
}
