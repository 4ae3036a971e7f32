import { channels, factsOf, isSpoken } from '../../../kernel/channel.js';

/** In UTF-16 units; a longer text is refused with error 21617. */
const maxCharacters = 1600;

it.each(channels.filter((channel) => !isSpoken(channel)))(
  'Twilio takes the largest message that a broadcast may have: %s',
  (channel) => {
    expect(factsOf(channel).largest.characters).toBeLessThanOrEqual(maxCharacters);
  },
);
