import { specFiles } from './test/sets/spec-files.mjs';

// Nest 12 and several of its dependencies are ES modules only. Jest runs CommonJS, so SWC compiles our code and those
// packages to CommonJS. A smoke test starts the built ES-module program as users run it.
const esmPackages = [
  '@nestjs',
  'preact',
  'preact-render-to-string',
  'file-type',
  'strtok3',
  'token-types',
  'uint8array-extras',
  '@tokenizer',
  '@borewit',
  'uuid',
  '@fastify/cookie',
  'cookie',
  'content-disposition',
  'ical.js',
  'jose',
  'oauth4webapi',
  'openid-client',
  '@maplibre',
  '@mapbox',
  'pbf',
  'qr',
];

const swc = {
  jsc: {
    parser: { syntax: 'typescript', tsx: true, decorators: true },
    transform: {
      legacyDecorator: true,
      decoratorMetadata: true,
      react: { runtime: 'automatic', importSource: 'preact' },
    },
    target: 'es2022',
    keepClassNames: true,
  },
  module: { type: 'commonjs' },
  sourceMaps: true,
};

/** The compiled files of one project are used by the others too. */
const compiled = ['<rootDir>/test/sets/compile.mjs', { ...swc, swcrc: false }];

const project = (name, testMatch, extra = {}) => ({
  displayName: name,
  // Part of the path of the compiled files: see test/sets/compile.mjs.
  id: 'budkavle',
  rootDir: import.meta.dirname,
  testEnvironment: 'node',
  testMatch,
  transform: {
    '^.+\\.(t|j)sx?$': compiled,
    '^.+\\.mjs$': compiled,
  },
  transformIgnorePatterns: [`/node_modules/(?!(${esmPackages.join('|')})/)`],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/.budkavle/'],
  ...extra,
});

const patient = { setupFilesAfterEnv: ['<rootDir>/test/support/patience.ts'] };
const integration = { setupFiles: ['<rootDir>/test/support/loopback-only.ts'], ...patient };

/** Test files grouped in sets that share one program, for a run of all tests. See test/sets/test-set.ts. */
const inSets = (family, files, extra = {}) => {
  const longestFirst = files.filter(({ alone }) => !alone).sort((a, b) => b.size - a.size);
  return project(
    `${family}-sets`,
    [
      `<rootDir>/test/sets/${family}*.set.ts`,
      ...files.filter(({ alone }) => alone).map(({ file }) => `<rootDir>/${file}`),
    ],
    { ...extra, globals: { shared: longestFirst.map(({ file }) => file) } },
  );
};

export default {
  projects: [
    project('unit', ['<rootDir>/{src,geo,migrations,test}/**/*.spec.{ts,tsx}'], patient),
    project('integration', ['<rootDir>/{src,geo,test}/**/*.int-spec.{ts,tsx}'], integration),
    inSets('unit', specFiles('unit'), patient),
    inSets('integration', specFiles('integration'), integration),
    // Files marked as behaving differently on the embedded database.
    inSets(
      'marked',
      specFiles('integration').filter(({ mark }) => mark),
      integration,
    ),
    project('e2e', ['<rootDir>/test/e2e/**/*.e2e-spec.ts'], {
      setupFilesAfterEnv: ['<rootDir>/test/support/patience-e2e.ts'],
    }),
  ],
};
