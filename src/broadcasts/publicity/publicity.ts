import { refusal } from '../../kernel/refusal.js';
import type { Carried } from '../carried-fields.js';

const ExerciseNotPublic = refusal('broadcast.exercise-not-public', 'invalid', {
  sv: 'En övning publiceras aldrig. Ta bort publiceringen.',
  en: 'An exercise is never published. Leave the publishing out.',
});

const NotPublic = refusal('broadcast.not-public', 'invalid', {
  sv: 'Bara det som publiceras kan vara enbart på webben eller ha en länk till sin sida.',
  en: 'Only what is published can be on the web alone, or link to its page.',
});

const TopicNotPublic = refusal('broadcast.topic-not-public', 'invalid', {
  sv: 'SMS-tjänsten publiceras inte. Ta bort publiceringen, eller ändra SMS-tjänsten.',
  en: 'The topic is not published. Leave the publishing out, or change the topic.',
});

const FirstNotPublic = refusal('broadcast.first-not-public', 'invalid', {
  sv: 'Larmet publicerades inte, så det som följer på det kan inte heller publiceras.',
  en: 'The alert was not published, so what follows it can’t be published either.',
});

const EndIsPublic = refusal('broadcast.end-is-public', 'invalid', {
  sv: 'Larmet publicerades, så webben måste få veta att det är över eller att det fortsätter. Publicera det här också.',
  en: 'The alert was published, so readers must hear that it is over or goes on. Publish this too.',
});

/** Whether a broadcast is published, and how. */
export type Publicity = Pick<Carried, 'isPublic' | 'webOnly' | 'pageLink'>;

/** What a broadcast is about, as far as publishing depends on it. */
export interface Published {
  readonly exercise: boolean;
  /** For a topic's broadcast: whether what the topic sends is published. */
  readonly topicIsPublic?: boolean | undefined;
  /** Whether what it follows was published. */
  readonly firstIsPublic?: boolean;
  /** Whether it says that what it follows is over, or goes on. */
  readonly saysHowItIs?: boolean;
  /** Whether it is published if its writer does not say. */
  readonly byDefault: boolean;
}

/**
 * What the writer says, completed.
 *
 * @throws broadcast.exercise-not-public, broadcast.topic-not-public, broadcast.first-not-public,
 *   broadcast.end-is-public, broadcast.not-public
 */
export function settlePublicity(
  { isPublic, webOnly, pageLink }: Publicity,
  { exercise, topicIsPublic = true, firstIsPublic = true, saysHowItIs = false, byDefault }: Published,
): Publicity {
  if (isPublic === true && exercise) throw ExerciseNotPublic();
  if (isPublic === true && !topicIsPublic) throw TopicNotPublic();
  if (isPublic === true && !firstIsPublic) throw FirstNotPublic();
  if (isPublic === false && firstIsPublic && saysHowItIs) throw EndIsPublic();
  const settled = isPublic ?? (byDefault && !exercise && topicIsPublic);
  if ((webOnly === true || pageLink === true) && !settled) throw NotPublic();
  return {
    isPublic: settled,
    ...(webOnly === undefined ? {} : { webOnly }),
    ...(pageLink === undefined ? {} : { pageLink }),
  };
}
