import type { BoundingBox } from '../../api/answers.js';
import { useSpeech } from '../../language/language.js';
import { BusyButton } from '../../shell/busy-button.js';
import { whoWords } from '../compose.words.js';
import { useHere } from './use-here.js';

/** For a user who stands at the leak: moves the map to their position. They still point out the place themselves. */
export function MyPosition({ onFound }: { onFound: (box: BoundingBox) => void }) {
  const { say, format } = useSpeech();
  const { state, metres, possible, ask } = useHere(onFound);
  if (!possible) return null;
  return (
    <div class="my-position">
      <BusyButton look="quiet" busy={state === 'asked'} onClick={ask}>
        {say(whoWords.here)}
      </BusyButton>
      <p role="status" class="hint">
        {state === 'asked' && say(whoWords.locating)}
        {state === 'found' && say(whoWords.located, { metres: format.number(metres) })}
        {state === 'failed' && say(whoWords.notLocated)}
      </p>
    </div>
  );
}
