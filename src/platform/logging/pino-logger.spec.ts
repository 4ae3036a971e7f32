import { PinoLogger } from './pino-logger.js';

describe('a line in the log', () => {
  const lineOf = (...said: [unknown, ...unknown[]]): Record<string, unknown> => {
    const write = jest.spyOn(PinoLogger.prototype as never, 'emit' as never) as jest.SpyInstance;
    write.mockImplementation(() => undefined);
    new PinoLogger('info').error(...said);
    const [, fields, text] = write.mock.calls[0] as [string, object, string | undefined];
    write.mockRestore();
    return { ...fields, msg: text };
  };

  it.each<[string, [unknown, ...unknown[]], object]>([
    [
      'a message',
      ['out of ink', 'printer'],
      { event: 'framework.message', msg: 'out of ink', logger: 'printer' },
    ],
    [
      'a message with a stack',
      ['out of ink', 'at print()', 'printer'],
      { msg: 'out of ink', stack: 'at print()' },
    ],
    [
      'fields with a message',
      [{ pages: 3 }, 'out of ink', 'printer'],
      { pages: 3, msg: 'out of ink', logger: 'printer' },
    ],
    [
      'fields alone',
      [{ event: 'ink.low', pages: 3 }, 'printer'],
      { event: 'ink.low', pages: 3, logger: 'printer' },
    ],
  ])('contains all arguments of the call: %s', (_what, said, line) => {
    expect(lineOf(...said)).toMatchObject(line);
  });
});
