import { logEvents } from '../platform/logging/log.js';

export const publishingEvents = logEvents({
  'bulletin.not-read': {
    level: 'error',
    message: 'could not read what is published; pages and feeds show the last state with its age',
    advice: 'Read `err`. It is tried again every two seconds.',
  },
});
