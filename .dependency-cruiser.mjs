import { floors } from './floors.mjs';

const consoleApp = '^src/console/app/';
/** What an API answers and takes, as schemas. */
const schemas = '^src/.*-answers\\.ts$|^src/broadcasts/broadcast-bodies\\.ts$';
const sharedWithPages = [schemas, '^src/(kernel|messages)/', '^src/staff/rights\\.ts$'];

const folder = (name) => `^src/${name}(/|\\.ts$)`;

// Each folder may import itself and lower floors. The rules are made from the one list in floors.mjs.
const upward = floors.flatMap((floor, level) =>
  floor.map((name) => ({
    name: `floor-${name}`,
    severity: 'error',
    comment: `${name}/ is on floor ${level}: it may import itself and lower floors only`,
    from: { path: folder(name) },
    to: {
      path:
        floors
          .slice(level)
          .flat()
          .filter((other) => other !== name)
          .map(folder)
          .join('|') || '^$',
    },
  })),
);

export default {
  forbidden: [
    ...upward,
    {
      name: 'simulator-stands-apart',
      severity: 'error',
      comment: 'The simulator judges the sender, so it shares no code with it',
      from: { path: folder('simulator') },
      to: { path: '^(src|migrations|geo)/', pathNot: folder('simulator') },
    },
    {
      name: 'nobody-leans-on-the-simulator',
      severity: 'error',
      from: { path: '^src/', pathNot: `${folder('simulator')}|${folder('main')}|^src/roles/` },
      to: { path: folder('simulator') },
    },
    {
      name: 'every-folder-has-a-floor',
      severity: 'error',
      comment: 'A new folder in src/ takes its place in floors.mjs first',
      from: {},
      to: { path: '^src/', pathNot: [...floors.flat(), 'simulator'].map(folder) },
    },
    {
      name: 'console-app-knows-answers-only',
      severity: 'error',
      comment: 'A page takes from the server what it answers and which rights there are: types, no code',
      from: { path: consoleApp, pathNot: '\\.spec\\.tsx?$' },
      to: { path: '^(src|test|migrations|geo)/', pathNot: [consoleApp, ...sharedWithPages] },
    },
    {
      name: 'console-app-takes-types-only',
      severity: 'error',
      from: { path: consoleApp, pathNot: '\\.spec\\.tsx?$' },
      to: { path: `${schemas}|^src/staff/rights\\.ts$|node_modules/zod`, dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'answers-know-no-framework',
      severity: 'error',
      comment: 'Nor by what they import: the types of a page would drag it in',
      from: { path: schemas },
      to: { path: 'node_modules/(@nestjs|typeorm|bullmq|ioredis|pg|fastify|twilio)/', reachable: true },
    },
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'pure-floors-know-no-framework',
      severity: 'error',
      from: { path: '^src/(kernel|messages)/' },
      to: { path: 'node_modules/(@nestjs|typeorm|bullmq|ioredis|pg|fastify|twilio)' },
    },
    {
      name: 'generator-knows-only-the-kernel',
      severity: 'error',
      from: { path: '^geo/', pathNot: '\\.spec\\.ts$' },
      to: { path: '^src/', pathNot: '^src/kernel/' },
    },
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    // A style is no code.
    exclude: { path: '^dist/|\\.css$' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
    },
  },
};
