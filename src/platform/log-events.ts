import { logEvents } from './logging/log.js';

export const platformEvents = logEvents({
  'alive-file.not-written': {
    level: 'warn',
    message: 'could not write WORKER_ALIVE_FILE',
    advice: 'Check the folder, its rights and the disk: what restarts hanging workers may restart this one.',
  },
  'database.role-settings-differ': {
    level: 'warn',
    message: 'settings of the database role differ',
    advice: 'Run the role `migrate`, which sets them. `doctor` says which differ and why they matter.',
  },
  'database.waiting': {
    level: 'warn',
    message: 'waiting for the database',
    advice:
      '`reason` says for what: start PostgreSQL, or run the role `migrate`. The program goes on by itself.',
  },
  'proxy.not-trusted': {
    level: 'warn',
    message: 'request with x-forwarded-for, but TRUSTED_PROXIES is 0',
    advice:
      'If a proxy stands in front, set `TRUSTED_PROXIES`. Until then all residents share one allowance of codes. ' +
      'Said once a start.',
  },
  'queue.error': {
    level: 'warn',
    message: 'queue error',
    advice:
      'Check Redis, or PostgreSQL where it keeps the queue. Nothing is lost: the sweeper finds what is to be sent. ' +
      'One error is said at most once in 10 s.',
  },
  'queue.job-failed': {
    level: 'error',
    message: 'queue job failed',
    advice: 'Read `err`. The sweeper does what the job asked for.',
  },
  'queue.not-listening': {
    level: 'warn',
    message: 'could not listen to the queue, trying again',
    advice:
      'Check Redis, or PostgreSQL where it keeps the queue. Until then the sweeper finds what is to be sent.',
  },
  'queue.ring-failed': {
    level: 'warn',
    message: 'could not ring through the queue',
    advice: 'Check Redis, or PostgreSQL where it keeps the queue. The sweeper rings again.',
  },
  'request.database-fault': {
    level: 'warn',
    message: 'request refused because of the database',
    advice:
      '`code` is the refusal, `reason` what PostgreSQL said. If it does not pass, run `doctor`. Said at most once in ' +
      '10 s, whatever the number of requests.',
  },
  'request.failed': {
    level: 'error',
    message: 'request failed with an unexpected error',
    advice: 'The answer was a 500. Send the line to the maintainers.',
  },
});
