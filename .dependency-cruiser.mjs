import { floors } from './floors.mjs';

const consoleApp = '^src/console/app/';
/** The schemas of API answers and request bodies. */
const schemas = '^src/.*-answers\\.ts$|^src/(broadcasts/broadcast|templates/template)-bodies\\.ts$';
const sharedWithPages = [schemas, '^src/(kernel|messages)/', '^src/staff/rights\\.ts$'];

const folder = (name) => `^src/${name}(/|\\.ts$)`;

// Each folder may import itself and lower floors. These rules are generated from the list in floors.mjs.
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
      comment: 'The simulator checks the sender, so it must not share code with it',
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
      comment: 'Add a new folder of src/ to floors.mjs first',
      from: {},
      to: { path: '^src/', pathNot: [...floors.flat(), 'simulator'].map(folder) },
    },
    {
      name: 'console-app-knows-answers-only',
      severity: 'error',
      comment: 'A page may import only the schemas of answers and the rights from the server: types, no code',
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
      comment: 'Not through other imports either: the types of a page would depend on the framework',
      from: { path: schemas },
      to: { path: 'node_modules/(@nestjs|typeorm|bullmq|ioredis|pg|fastify|twilio)/', reachable: true },
    },
    {
      name: 'widget-is-alone',
      severity: 'error',
      comment: 'It runs on other websites, in one small file',
      from: { path: '^src/site/widget/element/', pathNot: '(\\.spec|vite\\.config)\\.ts$' },
      to: { pathNot: '^src/site/widget/element/' },
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
    // Stylesheets are not code.
    exclude: { path: '^dist/|\\.css$' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
    },
  },
};
