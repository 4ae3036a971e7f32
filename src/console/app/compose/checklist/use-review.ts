import type { ReviewedText } from '../../api/answers.js';
import { call } from '../../api/call.js';
import { useQuery } from '../../api/use-query.js';
import { useSettled } from '../../shell/use-settled.js';
import type { ComposeForm, TextForm } from '../form/form.js';

/** Debounce before changed texts are reviewed, in milliseconds. */
const pause = 600;

/** A text with its review. The positions of the review are in this text, which may be older than the form's. */
export interface Reviewed extends ReviewedText {
  readonly text: TextForm;
}

interface ReviewBody {
  readonly kind?: ComposeForm['event'];
  readonly texts: readonly TextForm[];
}

/**
 * The API's review of the texts that are being written, again after every change. Empty until it has come.
 *
 * @param isPublished the page of something that is not published says nothing
 */
export function useReview(
  { event, texts, webOnly }: Pick<ComposeForm, 'event' | 'texts' | 'webOnly'>,
  isPublished: boolean | undefined,
): readonly Reviewed[] {
  const written = texts
    .map((text) => reviewedOf(text, webOnly === true, isPublished === true))
    .filter(hasWords);
  const asked = written.length === 0 ? undefined : JSON.stringify({ kind: event, texts: written });
  const settled = useSettled(asked, pause);
  const body = settled === undefined ? undefined : (JSON.parse(settled) as ReviewBody);
  const { data } = useQuery<readonly Reviewed[]>(body && '/texts/review', {
    body,
    keepsBefore: true,
    ask: async (signal) => {
      const reviewed = await call<readonly ReviewedText[]>('POST', '/texts/review', { body, signal });
      return reviewed.map((one, position) => ({ ...one, text: body!.texts[position]! }));
    },
  });
  return data ?? [];
}

function reviewedOf({ headline, web, ...text }: TextForm, webOnly: boolean, isPublished: boolean): TextForm {
  const { language } = text;
  const page = { ...(headline === undefined ? {} : { headline }), ...(web === undefined ? {} : { web }) };
  return { ...(webOnly && isPublished ? { language, sms: '' } : text), ...(isPublished ? page : {}) };
}

const hasWords = ({ sms, web = '' }: TextForm): boolean => `${sms}${web}`.trim() !== '';
