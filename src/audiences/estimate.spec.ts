import type { Channel } from '../kernel/channel.js';
import { defaultVoices } from '../messages/voice-script.js';
import { estimate, type Tariff } from './estimate.js';

const tariff: Tariff = {
  sms: { unitOre: 55, unitsPerSecond: 100 },
  voice: { unitOre: 120, unitsPerSecond: 1 },
};
const reached = (channel: Channel, phones: number, language = 'sv') => ({
  channel,
  language,
  phones,
});
const sv = { language: 'sv', segments: 2 };
const en = { language: 'en', segments: 3 };

describe('the estimate of a broadcast', () => {
  it.each([
    ['nobody', [], [sv], { segments: 0, calls: 0, costOre: 0, seconds: 0 }],
    ['mobiles', [reached('sms', 50)], [sv], { segments: 100, calls: 0, costOre: 5500, seconds: 1 }],
    ['landlines', [reached('voice', 3)], [sv], { segments: 0, calls: 3, costOre: 360, seconds: 3 }],
    [
      'texts and calls, which are sent in parallel',
      [reached('sms', 100), reached('voice', 1)],
      [sv],
      { segments: 200, calls: 1, costOre: 11_120, seconds: 2 },
    ],
    [
      'two languages, each by its own text',
      [reached('sms', 10), reached('sms', 10, 'en')],
      [sv, en],
      { segments: 50, calls: 0, costOre: 2750, seconds: 1 },
    ],
    [
      'a language without a text, by the first text',
      [reached('sms', 10, 'fi')],
      [en, sv],
      { segments: 30, calls: 0, costOre: 1650, seconds: 1 },
    ],
    ['no text at all', [reached('sms', 10)], [], { segments: 0, calls: 0, costOre: 0, seconds: 0 }],
  ])('is right for %s', (_whom, recipients, texts, expected) => {
    expect(estimate(recipients, texts, tariff, defaultVoices)).toMatchObject(expected);
  });

  it('rounds the cost to whole öre and the time up to whole seconds', () => {
    const odd = { ...tariff, sms: { unitOre: 0.333, unitsPerSecond: 30 } };
    expect(
      estimate([reached('sms', 31)], [{ language: 'sv', segments: 1 }], odd, defaultVoices),
    ).toMatchObject({
      costOre: 10,
      seconds: 2,
    });
  });
});
