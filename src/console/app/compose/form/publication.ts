import type { Broadcast, BroadcastBody, NewText, WholeBody } from '../../api/answers.js';
import type { TextForm } from './text-form.js';

/** Why something can't be published: an exercise, a topic that is not, or the first message that was not. */
export type WhyNotPublished = 'exercise' | 'topic' | 'first';

/** Whether the form's broadcast is published. */
export interface Publication {
  readonly whyNot?: WhyNotPublished;
  /** Whether it is if the writer does not say; undefined while that is not known. */
  readonly byDefault?: boolean | undefined;
  /** Undefined while that is not known. */
  readonly isPublished: boolean | undefined;
}

/**
 * What the API will settle.
 *
 * @param original the broadcast that it follows
 * @param publicByDefault from the preview of its audience
 */
export function publicationOf(
  {
    exercise,
    follows,
    audienceKind,
    isPublic,
  }: Pick<WholeBody, 'exercise' | 'isPublic'> & {
    readonly follows?: WholeBody['follows'];
    readonly audienceKind: string;
  },
  original: Pick<Broadcast, 'isPublic'> | undefined,
  publicByDefault: boolean | undefined,
): Publication {
  if (exercise) return { whyNot: 'exercise', isPublished: false };
  if (follows && !original?.isPublic) return { whyNot: 'first', isPublished: false };
  const byDefault = follows ? true : publicByDefault;
  if (!follows && audienceKind === 'topic' && byDefault === false)
    return { whyNot: 'topic', byDefault, isPublished: false };
  return { byDefault, isPublished: isPublic ?? byDefault };
}

/** Without what an exercise can't have. It stays in the form: the exercise may become the real thing. */
export const publishingBody = ({
  exercise,
  isPublic,
  webOnly,
  pageLink,
}: Pick<WholeBody, 'exercise' | 'isPublic' | 'webOnly' | 'pageLink'>): Pick<
  BroadcastBody,
  'isPublic' | 'webOnly' | 'pageLink'
> =>
  exercise
    ? { isPublic: undefined, webOnly: undefined, pageLink: undefined }
    : { isPublic, webOnly, pageLink: webOnly ? undefined : pageLink };

/** A text as it is sent to the API: without what is blank, and without what no phone gets. */
export const textBody = (
  { language, sms, voice = '', headline = '', web = '' }: TextForm,
  webOnly: boolean,
): NewText => ({
  language,
  sms: webOnly ? '' : sms,
  ...(webOnly || voice.trim() === '' ? {} : { voice }),
  ...(headline.trim() === '' ? {} : { headline }),
  ...(web.trim() === '' ? {} : { web }),
});

/** Whether the page of the first text has words of its own. Points of the checklist can be there. */
export const hasOwnPage = (
  { texts }: { readonly texts: readonly TextForm[] },
  isPublished: boolean | undefined,
): boolean => isPublished === true && (texts[0]?.web ?? '').trim() !== '';
