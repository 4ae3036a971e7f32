import { logEvents } from '../platform/logging/log.js';

export const audiencesEvents = logEvents({
  'count-ahead.failed': {
    level: 'error',
    message: 'could not count an audience ahead',
    advice:
      'Read `err`. Previews of this audience are slower until it works; they are counted when asked for.',
  },
  'count-ahead.still-failing': {
    level: 'warn',
    message: 'still could not count an audience ahead',
    advice: 'As for `count-ahead.failed`. It is tried ever more seldom.',
  },
  'kept-count.wrong': {
    level: 'error',
    message: 'threw away a kept count that was wrong',
    advice: 'It is counted again, so no answer is wrong. Send the line to the maintainers.',
  },
  'published-area.failed': {
    level: 'error',
    message: 'could not work out the polygons to publish',
    advice:
      'Read `err`. The broadcast goes out; its pages and feeds tell the place in words, without polygons.',
  },
  'published-area.took-too-long': {
    level: 'warn',
    message: 'working out the polygons to publish took too long',
    advice:
      'The broadcast goes out; its pages and feeds tell the place in words. If it happens often, the database is short of CPU or memory, or areas have very many corners.',
  },
});
