import { logEvents } from '../../platform/logging/log.js';

export const socialLogEvents = logEvents({
  'social.error': {
    level: 'error',
    message: 'error while posting on social media',
    advice: 'Read `err`, most often the database. It is tried again; nothing is lost.',
  },
  'social.given-up': {
    level: 'warn',
    message: 'gave up a post on social media',
    advice:
      'Read `status` and `reason`. The page of the broadcast shows the text to copy, and can try once more.',
  },
  'social.token-refused': {
    level: 'error',
    message: 'a network refuses the token of an account: it posts nothing until it has a new one',
    advice: 'Make a new token and save it in the console (Social media). docs/social.md says how.',
  },
  'social.token-unreadable': {
    level: 'error',
    message: 'could not read the token of an account: it posts nothing',
    advice: 'SECRET_KEY is not the one that it was sealed with. Save the token again in the console.',
  },
  'social.not-edited': {
    level: 'warn',
    message: 'could not change the post that a correction corrects',
    advice: 'Read `reason`. The correction is posted below it all the same.',
  },
});
