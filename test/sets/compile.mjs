import swcJest from '@swc/jest';

/**
 * SWC for Jest, whose compiled files all projects and processes share. Of a run's configuration only SWC's own options
 * decide what a file is compiled to. Jest's key also contains the project, which would compile each file up to five
 * times in a check.
 */
export default {
  createTransformer(options) {
    const swc = swcJest.createTransformer(options);
    return {
      ...swc,
      getCacheKey: (source, file, jest) => swc.getCacheKey(source, file, { ...jest, configString: '' }),
    };
  },
};
