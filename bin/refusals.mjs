// `npm run refusals`: writes docs/refusals.md, every refusal that the program declares, read from the sources. With
// --check it writes nothing and fails where the page is old or a code is declared twice.
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { format, resolveConfig } from 'prettier';
import { root } from './prepare.mjs';

const page = path.join(root, 'docs', 'refusals.md');

/** The text of an expression; what is only known when the program runs is `…`. */
function textOf(node) {
  if (ts.isStringLiteralLike(node)) return node.text;
  if (ts.isBinaryExpression(node)) return textOf(node.left) + textOf(node.right);
  if (ts.isTemplateExpression(node))
    return node.head.text + node.templateSpans.map(({ literal }) => `…${literal.text}`).join('');
  return '…';
}

/** @returns `{ code, kind, sv, en, file }` of each call of `refusal()` with a literal code */
function readRefusals() {
  const src = path.join(root, 'src');
  const found = [];
  for (const name of readdirSync(src, { recursive: true }).sort()) {
    if (!/\.tsx?$/.test(name) || /spec\.tsx?$/.test(name)) continue;
    const text = readFileSync(path.join(src, name), 'utf8');
    if (!text.includes('refusal(')) continue;
    const look = (node) => {
      if (ts.isCallExpression(node) && node.expression.getText() === 'refusal') {
        const [code, kind, words] = node.arguments;
        const word = (language) =>
          textOf(words.properties.find(({ name }) => name.getText() === language).initializer);
        found.push({ code: code.text, kind: kind.text, sv: word('sv'), en: word('en'), file: name });
      }
      ts.forEachChild(node, look);
    };
    look(ts.createSourceFile(name, text, ts.ScriptTarget.Latest, true));
  }
  return found.sort((a, b) => (a.code < b.code ? -1 : 1));
}

async function print(refusals) {
  const rows = refusals.map(({ code, kind, sv, en }) => `| \`${code}\` | ${kind} | ${en} | ${sv} |`);
  const text = `# Refusals

Made from the sources by \`npm run refusals\`. The API answers a refusal as a problem document (RFC 9457) with this
\`code\`. Codes are stable; words may change. \`{…}\` is filled in from the details.

The kind decides the HTTP status: invalid 400, unauthenticated 401, forbidden 403, not-found 404, conflict 409, too-large 413,
too-many 429, unavailable 503.

| code | kind | English | Swedish |
| --- | --- | --- | --- |
${rows.join('\n')}
`;
  return format(text, { ...(await resolveConfig(page)), filepath: page });
}

const refusals = readRefusals();
const codes = refusals.map(({ code }) => code);
const twice = codes.filter((code, n) => codes.indexOf(code) !== n);
for (const code of twice)
  console.error(`${code} is declared twice: ${refusals.filter((r) => r.code === code).map((r) => r.file)}`);
const text = await print(refusals);
const isOld = !existsSync(page) || readFileSync(page, 'utf8') !== text;
if (!process.argv.includes('--check')) writeFileSync(page, text);
else if (isOld) console.error('docs/refusals.md is old: run `npm run refusals`');
if (twice.length > 0 || (isOld && process.argv.includes('--check'))) process.exit(1);
