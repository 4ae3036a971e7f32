import type { Failure } from '../../api/failure.js';
import { useSpeech } from '../../language/language.js';
import { Link } from '../../navigation/navigation.js';
import { paths } from '../../navigation/routes.js';
import { words } from './review.words.js';

interface ChangedMeanwhileProps {
  id: string;
  failure: Failure | undefined;
  onOverwrite: () => void;
}

/** The ways on when a colleague, or another tab, has changed the draft since it was read here. */
export function ChangedMeanwhile({ id, failure, onOverwrite }: ChangedMeanwhileProps) {
  const { say } = useSpeech();
  if (failure?.kind !== 'refused' || failure.problem.code !== 'broadcast.changed-meanwhile') return null;
  return (
    <>
      <p>{say(words.changedMeanwhile)}</p>
      <div class="buttons">
        <Link class="button button-quiet" href={paths.broadcast(id)}>
          {say(words.seeTheirs)}
        </Link>
        <button type="button" class="button button-quiet" onClick={onOverwrite}>
          {say(words.saveMine)}
        </button>
      </div>
    </>
  );
}
