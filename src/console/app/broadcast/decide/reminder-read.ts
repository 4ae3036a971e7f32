import type { Broadcast } from '../../api/answers.js';

/** The reminder on the page is approved with its alert. */
export const reminderRead = ({ reminder }: Pick<Broadcast, 'reminder'>): { reminderHash?: string } =>
  reminder?.state === 'pending-approval' && reminder.contentHash !== undefined
    ? { reminderHash: reminder.contentHash }
    : {};
