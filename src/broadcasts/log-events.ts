import { logEvents } from '../platform/logging/log.js';

export const broadcastsEvents = logEvents({
  'approvers.not-told': {
    level: 'error',
    message: 'could not text the approvers of a submission',
    advice:
      'Read `err`. It is tried again in seconds. Until it works, call whoever may approve: the broadcast’s page names them.',
  },
  'broadcast.broken-glass': {
    level: 'error',
    message: 'one person alone approved a broadcast: the glass was broken',
    advice: 'Raise an alarm on it, and have a colleague look at the broadcast. Its page has the reason.',
  },
  'rota.gap': {
    level: 'warn',
    message: 'nobody is on duty at some time within a week',
    advice:
      'Have the service owner fill the rota in the console. In the gap everyone who may approve is texted. `texted`: how many service owners were texted.',
  },
});
