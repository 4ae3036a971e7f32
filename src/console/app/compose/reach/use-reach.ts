import type { Preview } from '../../api/answers.js';
import type { Failure } from '../../api/failure.js';
import { useQuery } from '../../api/use-query.js';
import { useSettled } from '../../shell/use-settled.js';
import type { ComposeForm } from '../form/form.js';
import { reachRequest, type ReachRequest } from './reach-request.js';

/** Debounce before a changed choice is counted, in milliseconds. */
const pause = 400;

export interface Reached {
  /** Whether there is an audience to count. */
  readonly asked: boolean;
  readonly preview?: Preview;
  readonly failure?: Failure;
  readonly busy: boolean;
  readonly again: () => void;
}

/**
 * Counts the phones that a choice reaches, again after every change.
 *
 * @param wanted whether the count is shown; if not, no request is made
 */
export function useReach(form: ComposeForm, wanted: boolean): Reached {
  const request = wanted ? reachRequest(form) : undefined;
  const asked = request && JSON.stringify(request);
  const settled = useSettled(asked, pause);
  const { path, body } = settled ? (JSON.parse(settled) as ReachRequest) : {};
  const { data, failure, loading, reload } = useQuery<Preview>(path, { body, keepsBefore: true });
  const changed = asked !== settled;
  return {
    asked: asked !== undefined,
    preview: data,
    // The failure belongs to the previous choice.
    failure: changed ? undefined : failure,
    busy: asked !== undefined && (changed || loading),
    again: reload,
  };
}

/** Whether it is certain that nobody is reached; false while counting. */
export const reachesNobody = ({ preview, busy }: Pick<Reached, 'preview' | 'busy'>): boolean =>
  !busy && preview !== undefined && preview.phones.mobile + preview.phones.landline === 0;
