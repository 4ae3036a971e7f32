import type { ComponentChildren } from 'preact';
import type { Broadcast, Person } from '../api/contract.js';
import { useSpeech } from '../language/language.js';
import { words } from './broadcast-page.words.js';

/** Who wrote, submitted and decided, and when it was sent. */
export function History({ broadcast }: { broadcast: Broadcast }) {
  const { say, format } = useSpeech();
  const { createdBy, createdAt, submittedBy, submittedAt, submittedCount } = broadcast;
  const { decidedBy, decidedAt, state, brokenGlass } = broadcast;
  const by = (person: Person | null | undefined, at: string) =>
    say(words.by, { name: person?.name || say(words.system), moment: format.moment(at) });
  const lines: [string, ComponentChildren][] = [[say(words.written), by(createdBy, createdAt)]];
  if (submittedAt) {
    const who = by(submittedBy, submittedAt);
    const n = submittedCount ?? undefined;
    lines.push([
      say(words.submitted),
      n === undefined ? who : say(words.submittedCount, { who, n: format.number(n) }),
    ]);
  }
  if (decidedAt && brokenGlass) {
    const alone = (
      <>
        {by(decidedBy, decidedAt)} <span class="badge badge-alone">{say(words.asDutyOfficer)}</span>
        <p class="written">{brokenGlass}</p>
      </>
    );
    lines.push([say(words.approvedAlone), alone]);
  } else if (decidedAt) {
    const decided =
      state === 'returned' ? words.returned : state === 'rejected' ? words.rejected : words.approved;
    lines.push([say(decided), by(decidedBy, decidedAt)]);
  }
  if (broadcast.startedAt) lines.push([say(words.started), format.moment(broadcast.startedAt)]);
  if (broadcast.completedAt) lines.push([say(words.completed), format.moment(broadcast.completedAt)]);
  return (
    <section aria-labelledby="people-title" class="card">
      <h2 id="people-title">{say(words.people)}</h2>
      <dl class="facts">
        {lines.map(([what, who]) => (
          <div key={what}>
            <dt>{what}</dt>
            <dd>{who}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
