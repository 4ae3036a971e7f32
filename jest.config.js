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

/** Test files that replace modules (`jest.mock`) and so can be in no set. */
const replacers = ['<rootDir>/src/console/console.int-spec.ts'];

export default {
  projects: [
    project('unit', ['<rootDir>/{src,geo,migrations,test}/**/*.spec.{ts,tsx}']),
    project('integration', ['<rootDir>/{src,geo,test}/**/*.int-spec.{ts,tsx}'], integration),
    // The same files in sets, for a run of all of them: see test/sets/integration-set.ts.
    project('integration-sets', ['<rootDir>/test/sets/*.set.ts', ...replacers], integration),
    project('e2e', ['<rootDir>/test/e2e/**/*.e2e-spec.ts'], {
      setupFilesAfterEnv: ['<rootDir>/test/support/patience-e2e.ts'],
    }),
  ],
};
