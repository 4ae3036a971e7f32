// `npm run log-events`: writes docs/log-events.md, the list of all log events, read from the sources. With --check it
// writes nothing, and fails if the page is out of date, or if an event is declared twice or never logged.
import { callsOf, declaredTwice, entriesOf, makePage, sources, textOf } from './declared.mjs';

const events = [...callsOf('logEvents')]
  .flatMap(({ file, args: [table] }) =>
    entriesOf(table).map(([name, event]) => {
      const { level, message, advice } = Object.fromEntries(entriesOf(event));
      return { name, level: level.text, message: textOf(message), advice: textOf(advice), file };
    }),
  )
  .sort((a, b) => (a.name < b.name ? -1 : 1));
const rows = events.map((e) => `| \`${e.name}\` | ${e.level} | ${e.message} | ${e.advice} |`);

const tables = new Set(events.map(({ file }) => file));
const texts = [...sources()].filter(({ file }) => !tables.has(file)).map(({ text }) => text);
const unwritten = events.filter(({ name }) => !texts.some((text) => text.includes(`'${name}'`)));

await makePage(
  'log-events',
  `# Log events

Made from the sources by \`npm run log-events\`. The roles \`web\` and \`worker\` write JSON lines to standard output. Each
line has these fields, and others that belong to its event:

| field | what it says |
| --- | --- |
| \`time\`, \`level\` | when, in UTC; 30 info, 40 warn, 50 error, 60 fatal |
| \`event\` | what happened, by the names below. Names are stable: search and raise alarms by them. |
| \`msg\` | the same in words, which may change |
| \`logger\` | the part of the program that wrote the line |
| \`requestId\` | the request that was being answered, as in \`X-Request-Id\` |
| \`err\` | an error: type, message, stack, and of a failed statement its SQL without parameters |

Lines of the framework (a start, a connection that is tried again) have the event \`framework.message\`, at any level.

| event | level | what happened | what to do |
| --- | --- | --- | --- |
${rows.join('\n')}
`,
  [
    ...declaredTwice(events),
    ...unwritten.map(({ name, file }) => `${name} of ${file} is declared, but no code logs it`),
  ],
);
