import type { ComponentChildren } from 'preact';
import type { Wording } from '../../../kernel/refusal.js';
import type { Broadcast, Person } from '../api/contract.js';
import { useSpeech } from '../language/language.js';
import { words } from './broadcast-page.words.js';

interface Line {
  readonly at: string;
  readonly what: Wording;
  readonly who: ComponentChildren;
}

/** What can happen more than once, by its name in the log. */
const repeatable: Readonly<Record<string, Wording>> = {
  edit: words.changed,
  return: words.returned,
  pause: words.paused,
  resumption: words.resumed,
  cancellation: words.cancelled,
};

/** Who wrote, submitted, decided and held it, and when it was sent: in the order it happened. */
export function History({ broadcast }: { broadcast: Broadcast }) {
  const { say, format } = useSpeech();
  const { createdBy, createdAt, submittedBy, submittedAt, submittedCount } = broadcast;
  const { decidedBy, decidedAt, state, brokenGlass, startedAt, completedAt } = broadcast;
  const by = (person: Person | null | undefined, at: string) =>
    say(words.by, { name: person?.name || say(words.system), moment: format.moment(at) });
  const lines: Line[] = [{ at: createdAt, what: words.written, who: by(createdBy, createdAt) }];
  if (submittedAt) {
    const who = by(submittedBy, submittedAt);
    const n = submittedCount ?? undefined;
    lines.push({
      at: submittedAt,
      what: words.submitted,
      who: n === undefined ? who : say(words.submittedCount, { who, n: format.number(n) }),
    });
  }
  if (decidedAt && brokenGlass) {
    const alone = (
      <>
        {by(decidedBy, decidedAt)} <span class="badge badge-alone">{say(words.asDutyOfficer)}</span>
        <p class="written">{brokenGlass}</p>
      </>
    );
    lines.push({ at: decidedAt, what: words.approvedAlone, who: alone });
  } else if (decidedAt && state !== 'returned') {
    const what = state === 'rejected' ? words.rejected : words.approved;
    lines.push({ at: decidedAt, what, who: by(decidedBy, decidedAt) });
  }
  if (startedAt) lines.push({ at: startedAt, what: words.started, who: format.moment(startedAt) });
  for (const { at, action, by: person } of broadcast.history) {
    const what = repeatable[action];
    if (what) lines.push({ at, what, who: by(person, at) });
  }
  if (completedAt) lines.push({ at: completedAt, what: words.completed, who: format.moment(completedAt) });
  return (
    <section aria-labelledby="people-title" class="card">
      <h2 id="people-title">{say(words.people)}</h2>
      <dl class="facts">
        {lines
          .toSorted((one, other) => Date.parse(one.at) - Date.parse(other.at))
          .map(({ at, what, who }) => (
            <div key={`${at} ${what.en}`}>
              <dt>{say(what)}</dt>
              <dd>{who}</dd>
            </div>
          ))}
      </dl>
    </section>
  );
}
