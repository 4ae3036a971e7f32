import { channels, factsOf, isSpoken } from '../../../kernel/channel.js';

/** In UTF-16 units. Twilio refuses a longer text with error 21617. */
const maxCharacters = 1600;

it.each(channels.filter((channel) => !isSpoken(channel)))(
  'Twilio accepts the largest message of a broadcast on %s',
  (channel) => {
    expect(factsOf(channel).largest.characters).toBeLessThanOrEqual(maxCharacters);
  },
);
