import { Logger } from '@nestjs/common';
import { Log, logEvents } from './log.js';

const events = logEvents({
  'ink.low': { level: 'warn', message: 'ink is low', advice: 'Order ink.' },
  'page.printed': { level: 'info', message: 'page printed', advice: 'Nothing.' },
  'printer.error': { level: 'error', message: 'printer error', advice: 'Look at the printer.' },
});

describe('a log', () => {
  afterEach(() => jest.restoreAllMocks());

  it.each([
    ['ink.low', 'warn'],
    ['page.printed', 'log'],
    ['printer.error', 'error'],
  ] as const)('writes %s with its level, message and logger', (event, method) => {
    const written = jest.spyOn(Logger.prototype, method).mockReturnValue(undefined);
    new Log('printer', events).write(event, { pages: 3 });
    expect(written.mock.calls).toEqual([[{ event, msg: events[event].message, pages: 3 }]]);
    expect(written.mock.contexts).toMatchObject([{ context: 'printer' }]);
  });

  it('does not compile with an event outside its table, a line without an event, or a second message', () => {
    const log = new Log('printer', events);
    const misuses = [
      // @ts-expect-error not in the table
      () => log.write('ink.gone'),
      // @ts-expect-error without an event
      () => log.write({ pages: 3 }),
      // @ts-expect-error a message beside the table's
      () => log.write('ink.low', { msg: 'out of ink' }),
      // @ts-expect-error a message behind the fields
      () => log.write('ink.low', { pages: 3 }, 'out of ink'),
      // @ts-expect-error an error that is no field
      () => log.write('printer.error', new Error('out of ink')),
    ];
    expect(misuses).toHaveLength(5);
  });
});
