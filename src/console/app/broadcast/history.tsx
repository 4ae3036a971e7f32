import type { ComponentChildren } from 'preact';
import type { Wording } from '../../../kernel/refusal.js';
import type { Act, Broadcast } from '../api/answers.js';
import { counted } from '../contents/counted.words.js';
import { useSpeech } from '../language/language.js';
import { words } from './broadcast-page.words.js';

const done: Readonly<Record<Act, Wording>> = {
  create: words.written,
  edit: words.changed,
  submission: words.submitted,
  approval: words.approved,
  'break-glass': words.approvedAlone,
  return: words.returned,
  rejection: words.rejected,
  pause: words.paused,
  resumption: words.resumed,
  'start-now': words.startedNow,
  cancellation: words.cancelled,
  missed: words.missed,
};

interface Line {
  readonly at: string;
  readonly what: Wording;
  readonly who: ComponentChildren;
}

/** Who wrote, submitted, decided, paused and ended it, and when it was sent, in chronological order. */
export function History({ broadcast }: { broadcast: Broadcast }) {
  const { say, count: inWords, format } = useSpeech();
  const { history, startedAt, completedAt, brokenGlass } = broadcast;
  const lines = history.map(({ at, act, by, count }): Line => {
    const who = say(words.by, { name: by?.name || say(words.system), moment: format.moment(at) });
    if (act === 'break-glass') return { at, what: done[act], who: <Alone who={who} why={brokenGlass} /> };
    if (count === undefined) return { at, what: done[act], who };
    const phones = inWords(count, counted.phones);
    return { at, what: done[act], who: say(words.submittedCount, { who, phones }) };
  });
  if (startedAt) lines.push({ at: startedAt, what: words.started, who: format.moment(startedAt) });
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
              <dd>
                {who}
                {/* On paper, "today" would be wrong: the full date is printed. */}
                <span class="print-only"> ({format.stamp(at)})</span>
              </dd>
            </div>
          ))}
      </dl>
    </section>
  );
}

/** Says that one person approved alone, and why. */
function Alone({ who, why }: { who: string; why: string | undefined }) {
  const { say } = useSpeech();
  return (
    <>
      {who} <span class="badge badge-alone">{say(words.asDutyOfficer)}</span>
      {why && <p class="written">{why}</p>}
    </>
  );
}
