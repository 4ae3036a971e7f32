// `npm run refusals`: writes docs/refusals.md, the list of all refusals, read from the sources. With --check it writes
// nothing, and fails if the page is out of date or a code is declared twice.
import { callsOf, declaredTwice, entriesOf, makePage, textOf } from './declared.mjs';

const refusals = [...callsOf('refusal')]
  .map(({ file, args: [code, kind, words] }) => {
    const { sv, en } = Object.fromEntries(entriesOf(words));
    return { name: code.text, kind: kind.text, sv: textOf(sv), en: textOf(en), file };
  })
  .sort((a, b) => (a.name < b.name ? -1 : 1));
const rows = refusals.map(({ name, kind, sv, en }) => `| \`${name}\` | ${kind} | ${en} | ${sv} |`);

await makePage(
  'refusals',
  `# Refusals

Made from the sources by \`npm run refusals\`. The API answers a refusal as a problem document (RFC 9457) with this
\`code\`. Codes are stable; words may change. \`{…}\` is filled in from the details.

The kind decides the HTTP status: invalid 400, unauthenticated 401, forbidden 403, not-found 404, conflict 409, too-large 413,
too-many 429, unavailable 503.

| code | kind | English | Swedish |
| --- | --- | --- | --- |
${rows.join('\n')}
`,
  declaredTwice(refusals),
);
