import type { Broadcast, Relation } from '../api/contract.js';
import { emptyForm, type ComposeForm } from './form.js';

/** What a follow-up begins as: bound to the other's urgency, and to its languages, since each phone has had one. */
export function followUpForm(
  original: Pick<Broadcast, 'id' | 'lane' | 'exercise' | 'channels' | 'texts'>,
  relation: Relation,
): ComposeForm {
  const { id, lane, exercise, channels, texts } = original;
  return {
    ...emptyForm,
    step: relation === 'extension' ? 1 : 2,
    follows: { broadcast: id, relation },
    texts: texts.map(({ language }) => ({ language, sms: '' })),
    lane,
    laneChosen: true,
    channels,
    exercise,
  };
}
