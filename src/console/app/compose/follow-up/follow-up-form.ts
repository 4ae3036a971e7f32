import { carriedOf, type Carried } from '../form/carried.js';
import type { Broadcast, Place } from '../../api/answers.js';
import type { Relation } from '../../../../kernel/relations.js';
import { checklistAfter } from '../checklist/answer-points.js';
import { asUsual, choiceOf, emptyForm, saidIn, type ComposeForm } from '../form/form.js';

/** Only a topic's text has the municipality's name in front. */
const noTopic = '';

/**
 * The initial form of a follow-up. It has the original's lane and its languages, since each phone got one of them. An
 * extension starts with the original's area, to be added to, and a correction with its texts.
 *
 * @param places all places that the original's audience names
 */
export function followUpForm(
  original: Carried & Pick<Broadcast, 'id' | 'lane' | 'texts' | 'audience' | 'follows' | 'publicAsUsual'>,
  relation: Relation,
  places: readonly Place[] = [],
): ComposeForm {
  const { id, lane, texts, audience } = original;
  return {
    ...emptyForm,
    ...(relation === 'extension' ? { step: 1, ...choiceOf(audience, places) } : { step: 2 }),
    follows: { broadcast: id, relation },
    texts:
      relation === 'correction'
        ? saidIn(original, noTopic)
        : texts.map(({ language }) => ({ language, sms: '' })),
    lane,
    laneChosen: true,
    ...carriedOf(original),
    ...asUsual(original),
    ...checklistAfter(original, relation),
    // Whoever corrects an all-clear must say it.
    goesOn: undefined,
    // They belong to the texts.
    ...(relation === 'update' || relation === 'all-clear'
      ? { template: undefined, readBy: undefined, posts: undefined }
      : {}),
  };
}
