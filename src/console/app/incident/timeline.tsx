import type { IncidentInFull } from '../api/answers.js';
import { relationWords } from '../broadcasts/broadcast.words.js';
import { words as listWords } from '../broadcasts/list.words.js';
import { counted } from '../contents/counted.words.js';
import { useSpeech } from '../language/language.js';
import { Link } from '../navigation/navigation.js';
import { paths } from '../navigation/routes.js';
import { actWords, words } from './incident.words.js';

/** All that happened to the broadcasts of an incident, oldest first. */
export function Timeline({ incident: { timeline } }: { incident: IncidentInFull }) {
  const { say, count: inWords, format } = useSpeech();
  return (
    <section class="card" aria-labelledby="timeline-title">
      <h2 id="timeline-title">{say(words.timeline)}</h2>
      <ol class="timeline">
        {timeline.map(({ at, broadcast, relation, act, by, count }) => (
          <li key={`${broadcast} ${act} ${at}`}>
            <Link href={paths.broadcast(broadcast)}>
              {say(relation ? relationWords[relation] : listWords.alert)}
            </Link>{' '}
            {say(actWords[act])}
            {count !== undefined && `, ${say(words.countAt, { phones: inWords(count, counted.phones) })}`}
            <span class="hint">
              {by
                ? say(words.by, { name: by.name || say(words.system), moment: format.moment(at) })
                : format.moment(at)}
              {/* On paper, "today" would be wrong: the full date is printed. */}
              <span class="print-only"> ({format.stamp(at)})</span>
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
