import type { Broadcast } from '../../api/answers.js';
import { directionOf } from '../../broadcasts/broadcast.words.js';
import { useSpeech } from '../../language/language.js';
import { Link } from '../../navigation/navigation.js';
import { paths } from '../../navigation/routes.js';
import { SeenToEnd } from '../../opened/opened.js';
import { words } from './reminder.words.js';

/** On an alert that was not sent yet: its reminder, as phones will receive it. Whoever approves the alert approves it. */
export function ReminderPanel({
  broadcast: { reminder, state },
  heading: Heading,
}: {
  broadcast: Pick<Broadcast, 'reminder' | 'state'>;
  heading: 'h2' | 'h3';
}) {
  const { say, format } = useSpeech();
  if (!reminder) return null;
  const { id, startsAt, texts } = reminder;
  return (
    <section class="card" aria-labelledby="reminder-title">
      <Heading id="reminder-title">
        {say(words.title, { moment: startsAt === undefined ? '' : format.moment(startsAt) })}
      </Heading>
      <p>{say(state === 'pending-approval' && reminder.state !== state ? words.apart : words.how)}</p>
      <ReminderTexts texts={texts} />
      <p class="screen-only">
        <Link href={paths.broadcast(id)}>{say(words.see)}</Link>
      </p>
    </section>
  );
}

/** As phones will receive it. An approver who sees all of it has opened it. */
function ReminderTexts({ texts }: Pick<NonNullable<Broadcast['reminder']>, 'texts'>) {
  return (
    <>
      {texts.map(({ language, sms }) => (
        <div key={language} class="received">
          <blockquote class="bubble" lang={language} dir={directionOf(language)}>
            {sms}
          </blockquote>
        </div>
      ))}
      <SeenToEnd what="reminder" />
    </>
  );
}

/** In the last question before an approval: the reminder that is approved too, if there is one. */
export function ReminderToApprove({ broadcast: { reminder } }: { broadcast: Pick<Broadcast, 'reminder'> }) {
  const { say, format } = useSpeech();
  if (reminder?.state !== 'pending-approval' || reminder.startsAt === undefined) return null;
  return (
    <>
      <p>{say(words.approvedToo, { moment: format.moment(reminder.startsAt) })}</p>
      <ReminderTexts texts={reminder.texts} />
    </>
  );
}

/** On the draft of a planned event without a reminder: the way to write one. */
export function WriteReminder({
  broadcast: { id, state, event, follows, reminder },
}: {
  broadcast: Pick<Broadcast, 'id' | 'state' | 'event' | 'follows' | 'reminder'>;
}) {
  const { say } = useSpeech();
  const isWritten = state === 'draft' || state === 'returned';
  if (!isWritten || event !== 'planned' || follows || reminder) return null;
  return (
    <p class="note screen-only">
      {say(words.writeHow)} <Link href={paths.follow(id, 'update')}>{say(words.write)}</Link>
    </p>
  );
}

/** On a reminder: why it has no buttons of its own, and the way to its alert. */
export function GoesWithAlert({
  broadcast: { goesWithAlert, state, follows },
}: {
  broadcast: Pick<Broadcast, 'goesWithAlert' | 'state' | 'follows'>;
}) {
  const { say } = useSpeech();
  if (!goesWithAlert || state === 'cancelled' || state === 'rejected' || state === 'missed') return null;
  return (
    <p class="note">
      {say(words.withAlert)} {follows && <Link href={paths.broadcast(follows.id)}>{say(words.toAlert)}</Link>}
    </p>
  );
}
