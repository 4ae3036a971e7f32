import { refusal } from '../../kernel/refusal.js';
import type { Broadcast, BroadcastAction } from '../broadcast.js';

const GoesWithAlert = refusal('broadcast.goes-with-alert', 'conflict', {
  sv: 'Påminnelsen lämnas in och beslutas tillsammans med larmet. Gör det på larmets sida.',
  en: 'The reminder is submitted and decided together with its alert. Do it on the page of the alert.',
});
export const ReminderAlready = refusal('broadcast.reminder-already', 'conflict', {
  sv: 'Larmet har redan en påminnelse. Ändra den i stället.',
  en: 'The alert has a reminder already. Change that one instead.',
});
const ReminderNeedsStart = refusal('broadcast.reminder-needs-start', 'invalid', {
  sv: 'Larmet har inte skickats än. Ange när påminnelsen ska skickas.',
  en: 'The alert has not been sent yet. Say when the reminder is to be sent.',
});
const ReminderBeforeAlert = refusal('broadcast.reminder-before-alert', 'invalid', {
  sv: 'Påminnelsen måste skickas efter larmet. Välj en senare tid.',
  en: 'The reminder must be sent after its alert. Choose a later time.',
});
const ReminderOtherKind = refusal('broadcast.reminder-exercise', 'invalid', {
  sv: 'Larmet och påminnelsen måste båda vara övning, eller båda på riktigt. Spara påminnelsen igen.',
  en: 'The alert and its reminder must both be an exercise, or both be real. Save the reminder again.',
});
const ReminderHashRequired = refusal('broadcast.reminder-hash-required', 'invalid', {
  sv: 'Larmet har en påminnelse. Läs den också, och ange dess contentHash som reminderHash.',
  en: 'The alert has a reminder. Read it too, and give its contentHash as reminderHash.',
});
const ReminderChanged = refusal('broadcast.reminder-changed', 'conflict', {
  sv: 'Påminnelsen är inte längre det du såg. Läs den igen.',
  en: 'The reminder is no longer what you saw. Read it again.',
});

/** Whether nobody has had the alert. An update of it then is its reminder: submitted, decided and cancelled with it. */
export const isUnsent = ({ planned, state }: Pick<Broadcast, 'planned' | 'state'>): boolean =>
  planned === undefined || state === 'scheduled' || state === 'missed';

/** Whether a reminder may be written to it, or changed. */
export const isBeingWritten = ({
  kind,
  state,
  follows,
}: Pick<Broadcast, 'kind' | 'state' | 'follows'>): boolean =>
  kind === 'alert' && !follows && (state === 'draft' || state === 'returned');

/** Whether this can be done to an update without doing it to its alert. */
export const mayTakeOwnStep = (alert: Broadcast, action: BroadcastAction): boolean =>
  !isUnsent(alert) || action === 'cancellation' || (action === 'edit' && isBeingWritten(alert));

/** @throws broadcast.goes-with-alert */
export function requireOwnStep(alert: Broadcast | undefined, action: BroadcastAction): void {
  if (alert && !mayTakeOwnStep(alert, action)) throw GoesWithAlert();
}

/**
 * Nothing is checked once the alert was sent: then it is an ordinary update.
 *
 * @throws broadcast.reminder-needs-start, broadcast.reminder-before-alert
 */
export function requireAfterAlert(
  { startsAt }: Pick<Broadcast, 'startsAt'>,
  alert: Pick<Broadcast, 'planned' | 'state' | 'startsAt'>,
): void {
  if (!isUnsent(alert)) return;
  if (!startsAt) throw ReminderNeedsStart();
  if (alert.startsAt && startsAt <= alert.startsAt) throw ReminderBeforeAlert();
}

/** @throws broadcast.reminder-exercise */
export function requireSameKind(
  reminder: Pick<Broadcast, 'exercise'>,
  alert: Pick<Broadcast, 'exercise'>,
): void {
  if (reminder.exercise !== alert.exercise) throw ReminderOtherKind();
}

/**
 * Checks that the approver has read the reminder, or that there is none as they believe.
 *
 * @param hash of the reminder as it is; undefined if there is none
 * @throws broadcast.reminder-hash-required, broadcast.reminder-changed
 */
export function requireReminderRead(
  reminder: Pick<Broadcast, 'contentHash'> | undefined,
  hash: string | undefined,
  given: string | undefined,
): void {
  if (reminder && given === undefined) throw ReminderHashRequired();
  if (given !== hash || reminder?.contentHash !== hash) throw ReminderChanged();
}
