import { logEvents } from '../platform/logging/log.js';

export const broadcastsEvents = logEvents({
  'broadcast.broken-glass': {
    level: 'error',
    message: 'one person alone approved a broadcast: the glass was broken',
    advice: 'Raise an alarm on it, and have a colleague look at the broadcast. Its page has the reason.',
  },
});
