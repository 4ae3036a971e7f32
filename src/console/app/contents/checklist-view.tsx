import type { Broadcast } from '../api/answers.js';
import { languageWording } from '../broadcasts/broadcast.words.js';
import { useSpeech } from '../language/language.js';
import { SeenToEnd } from '../opened/opened.js';
import { words } from './checklist.words.js';
import { PageLink } from './page-link.js';
import { UnspokenPoints } from './unspoken-points.js';

type Point = NonNullable<Broadcast['checklist']>[number];

interface ChecklistViewProps {
  broadcast: Pick<Broadcast, 'checklist' | 'page' | 'texts'>;
  heading: 'h2' | 'h3';
}

/** How each point of the checklist is met: first what somebody must have judged, last what is plain in the text. */
export function ChecklistView({ broadcast, heading: Heading }: ChecklistViewProps) {
  const { say } = useSpeech();
  const { checklist, page, texts } = broadcast;
  if (!checklist) return null;
  const open = checklist.filter(({ how }) => how === 'open');
  const met = (how: Point['how']) => checklist.filter((point) => point.how === how);
  const several = texts.length > 1;
  return (
    <section aria-labelledby="checklist-title" class="card checklist-view">
      <Heading id="checklist-title">{say(words.title)}</Heading>
      <Points
        title={say(words.missing)}
        points={open.filter(({ requirement }) => requirement === 'required')}
        several={several}
        look="checklist-missing"
      />
      <Points title={say(words.waived)} points={met('waived')} several={false} look="checklist-waived" />
      <Points title={say(words.inText)} points={met('in-text')} several={false} />
      <Points title={say(words.onPage)} points={met('on-page')} several={false} />
      {page && met('on-page').length > 0 && (
        <p>
          <PageLink page={page} />
        </p>
      )}
      <Points title={say(words.inFirst)} points={met('in-first')} several={false} />
      <Points title={say(words.found)} points={met('found')} several={false} />
      <Points
        title={say(words.missingAdvised)}
        points={open.filter(({ requirement }) => requirement === 'advised')}
        several={several}
      />
      <UnspokenPoints settled={checklist} several={several} />
      <SeenToEnd what="checklist" />
    </section>
  );
}

interface PointsProps {
  title: string;
  points: readonly Point[];
  /** Whether to say in which languages it is missing. */
  several: boolean;
  look?: string;
}

function Points({ title, points, several, look }: PointsProps) {
  const { say } = useSpeech();
  if (points.length === 0) return null;
  const named = (languages: readonly string[]) =>
    languages.map((language) => say(languageWording(language)).toLowerCase()).join(', ');
  return (
    <div class={look}>
      <p>
        <strong>{title}</strong>
      </p>
      <ul>
        {points.map(({ id, label, source, reason, missingIn }) => (
          <li key={id}>
            {say(label)}
            {several && missingIn.length > 0 && ` (${named(missingIn)})`}
            {reason !== undefined && (
              <>
                : <q>{reason}</q> <span class="hint">{say(words.source, { source: say(source) })}</span>
              </>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
