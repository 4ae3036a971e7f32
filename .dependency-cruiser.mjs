import { floors } from './floors.mjs';

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
    exclude: { path: '^(dist|src/console/app)/' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
    },
  },
};
