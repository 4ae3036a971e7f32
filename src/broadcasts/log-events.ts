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
  'moved-in.not-counted': {
    level: 'error',
    message: 'could not count the phones that came into the area of an alert before its start',
    advice:
      'Read `err`, most often the database. It is tried again in seconds, and the others are counted. Until it works, the alert’s page does not tell whom an extension would reach.',
  },
  'rota.gap': {
    level: 'warn',
    message: 'nobody is on duty at some time within a week',
    advice:
      'Have the service owner fill the rota in the console. In the gap everyone who may approve is texted. `texted`: how many service owners were texted.',
  },
});
