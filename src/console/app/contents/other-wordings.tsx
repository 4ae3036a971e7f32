import type { Relation } from '../../../kernel/relations.js';
import type { Broadcast } from '../api/answers.js';
import { useSpeech } from '../language/language.js';
import { Link } from '../navigation/navigation.js';
import { paths } from '../navigation/routes.js';
import { words } from './follow-up.words.js';

interface OtherWordingsProps {
  /** How it follows; only a correction leaves words as they were. */
  relation: Relation | undefined;
  alert: Pick<Broadcast, 'otherWordings'>;
}

/** Shown beside a correction: who had the message in other words, which it does not correct. */
export function OtherWordings({ relation, alert: { otherWordings } }: OtherWordingsProps) {
  const { say } = useSpeech();
  if (relation !== 'correction' || otherWordings.length === 0) return null;
  return (
    <section class="note" aria-labelledby="other-wordings">
      <p id="other-wordings">{say(words.otherWordings)}</p>
      <ul class="followers">
        {otherWordings.map(({ id, audienceName, correctedBy }) => (
          <li key={id}>
            {audienceName}.{' '}
            <Link href={paths.follow(correctedBy ?? id, 'correction')}>
              {say(words.correctToo, { audience: audienceName })}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
