import type { Broadcast, Place } from '../../api/answers.js';
import type { Relation } from '../../../../kernel/relations.js';
import { carriedOf, choiceOf, emptyForm, type Carried, type ComposeForm } from '../form/form.js';

/**
 * What a follow-up begins as: bound to the other's urgency, and to its languages, since each phone has had one. An
 * extension begins with the other's area, to be added to.
 *
 * @param places all that the other's audience names
 */
export function followUpForm(
  original: Carried & Pick<Broadcast, 'id' | 'lane' | 'texts' | 'audience'>,
  relation: Relation,
  places: readonly Place[] = [],
): ComposeForm {
  const { id, lane, texts, audience } = original;
  return {
    ...emptyForm,
    ...(relation === 'extension' ? { step: 1, ...choiceOf(audience, places) } : { step: 2 }),
    follows: { broadcast: id, relation },
    texts: texts.map(({ language }) => ({ language, sms: '' })),
    lane,
    laneChosen: true,
    ...carriedOf(original),
  };
}
