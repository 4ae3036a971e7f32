import { logEvents } from '../platform/logging/log.js';

export const publishingEvents = logEvents({
  'bulletin.not-read': {
    level: 'error',
    message: 'could not read what is published; pages and feeds show the last state with its age',
    advice: 'Read `err`. It is tried again every two seconds.',
  },
  'look.not-read': {
    level: 'error',
    message: 'could not read the look that the console keeps; the last one stays',
    advice: 'Read `err`. It is tried again every two seconds.',
  },
});
