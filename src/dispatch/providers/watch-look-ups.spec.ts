import { Logger } from '@nestjs/common';
import { WatchLookUps } from './watch-look-ups.js';

describe('questions that the provider does not answer', () => {
  const noted: unknown[][] = [];
  const forgotten: string[] = [];
  const troubles = {
    note: (...note: unknown[]) => Promise.resolve(void noted.push(note)),
    forget: (question: string) => Promise.resolve(void forgotten.push(question)),
    all: () => Promise.resolve([]),
  };
  let now = 0;
  let errors: jest.SpyInstance;
  let watch: WatchLookUps;
  beforeEach(() => {
    now = 0;
    noted.length = forgotten.length = 0;
    jest.spyOn(performance, 'now').mockImplementation(() => now);
    jest.spyOn(Logger.prototype, 'log').mockReturnValue(undefined);
    errors = jest.spyOn(Logger.prototype, 'error').mockReturnValue(undefined);
    watch = new WatchLookUps(troubles as unknown as ConstructorParameters<typeof WatchLookUps>[0]);
  });
  afterEach(() => jest.restoreAllMocks());

  it('are reported at once, then once a minute with their number', () => {
    for (let n = 0; n < 5; n++) watch.note('list-sms', '20003');
    expect(noted).toEqual([['list-sms', '20003', 1]]);
    now = 60_000;
    watch.note('list-sms', 'http-503');
    expect(noted.slice(1)).toEqual([['list-sms', 'http-503', 5]]);
    expect(errors).toHaveBeenCalledTimes(2);
  });

  it('are reported separately for each question', () => {
    watch.note('list-sms', '20003');
    watch.note('list-voice', '20003');
    expect(noted).toHaveLength(2);
  });

  it('are cleared by the next answer, also those that an earlier process recorded', () => {
    watch.note('list-sms', undefined);
    watch.note('list-sms', undefined);
    expect(forgotten).toEqual(['list-sms']);
    watch.note('list-sms', '20003');
    watch.note('list-sms', undefined);
    expect(forgotten).toEqual(['list-sms', 'list-sms']);
  });
});
