import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

// Nest 12 and several of its dependencies are ES modules only. Jest runs CommonJS, so SWC turns both our code and
// those packages into CommonJS; a smoke test starts the built ES-module program as users run it.
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
  '@maplibre',
  '@mapbox',
  'pbf',
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
  sourceMaps: 'inline',
};

const project = (name, testMatch, extra = {}) => ({
  displayName: name,
  rootDir: import.meta.dirname,
  testEnvironment: 'node',
  testMatch,
  transform: {
    '^.+\\.(t|j)sx?$': ['@swc/jest', { ...swc, swcrc: false }],
    '^.+\\.mjs$': ['@swc/jest', { ...swc, swcrc: false }],
  },
  transformIgnorePatterns: [`/node_modules/(?!(${esmPackages.join('|')})/)`],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/.budkavle/'],
  ...extra,
});

const integration = {
  setupFiles: ['<rootDir>/test/support/loopback-only.ts'],
  setupFilesAfterEnv: ['<rootDir>/test/support/patience.ts'],
};

/** Test files that replace modules or the clock: they need a program of their own, and are in no set. */
const alone = ['src', 'geo', 'migrations', 'test']
  .flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) => join(folder, file)),
  )
  .filter(
    (file) =>
      /spec\.tsx?$/.test(file) &&
      /jest\.(do)?[mM]ock\(|unstable_mockModule|resetModules|isolateModules|useFakeTimers/.test(
        readFileSync(file, 'utf8'),
      ),
  );

/** The files of a kind in sets, for a run of all of them: see test/sets/test-set.ts. */
const inSets = (name, kind, extra = {}) =>
  project(
    `${name}-sets`,
    [
      `<rootDir>/test/sets/${name}*.set.ts`,
      ...alone.filter((file) => file.includes(`.${kind}.`)).map((file) => `<rootDir>/${file}`),
    ],
    { ...extra, globals: { alone } },
  );

export default {
  projects: [
    project('unit', ['<rootDir>/{src,geo,migrations,test}/**/*.spec.{ts,tsx}']),
    project('integration', ['<rootDir>/{src,geo,test}/**/*.int-spec.{ts,tsx}'], integration),
    inSets('unit', 'spec'),
    inSets('integration', 'int-spec', integration),
    project('e2e', ['<rootDir>/test/e2e/**/*.e2e-spec.ts'], {
      setupFilesAfterEnv: ['<rootDir>/test/support/patience-e2e.ts'],
    }),
  ],
};
