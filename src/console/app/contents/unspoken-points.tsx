import { points } from '../../../messages/checklist/points.js';
import type { SettledPoint } from '../../../messages/checklist/settle-points.js';
import { languageWording } from '../broadcasts/broadcast.words.js';
import { useSpeech } from '../language/language.js';
import { words } from './checklist.words.js';

interface UnspokenPointsProps {
  settled: readonly (Pick<SettledPoint, 'id' | 'requirement'> & { readonly unspokenIn: readonly string[] })[];
  /** Whether there are texts in several languages. */
  several: boolean;
}

/** The required points that a call leaves out, where it has a text of its own. A hint: nothing is refused for it. */
export function UnspokenPoints({ settled, several }: UnspokenPointsProps) {
  const { say } = useSpeech();
  const left = settled.filter(
    ({ requirement, unspokenIn }) => requirement === 'required' && unspokenIn.length > 0,
  );
  if (left.length === 0) return null;
  const named = (languages: readonly string[]) =>
    languages.map((language) => say(languageWording(language)).toLowerCase()).join(', ');
  return (
    <div>
      <p class="hint">{say(words.unspoken)}</p>
      <ul>
        {left.map(({ id, unspokenIn }) => (
          <li key={id}>
            {say(points[id].label)}
            {several && ` (${named(unspokenIn)})`}
          </li>
        ))}
      </ul>
    </div>
  );
}
