import type { Preview } from '../../api/answers.js';
import type { Failure } from '../../api/failure.js';
import { useQuery } from '../../api/use-query.js';
import { useSettled } from '../../shell/use-settled.js';
import type { ComposeForm } from '../form/form.js';
import { reachRequest, type ReachRequest } from './reach-request.js';

/** How long a choice must stand before it is counted, in milliseconds. */
const pause = 400;

export interface Reached {
  /** Whether anybody is chosen at all. */
  readonly asked: boolean;
  readonly preview?: Preview;
  readonly failure?: Failure;
  readonly busy: boolean;
  readonly again: () => void;
}

/**
 * How many a choice reaches, counted again with every change of it.
 *
 * @param wanted whether the count is shown; otherwise nothing is asked
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
    // What failed was another choice.
    failure: changed ? undefined : failure,
    busy: asked !== undefined && (changed || loading),
    again: reload,
  };
}

/** Whether it is known that nobody is reached; while it is counted nobody knows. */
export const reachesNobody = ({ preview, busy }: Pick<Reached, 'preview' | 'busy'>): boolean =>
  !busy && preview !== undefined && preview.phones.mobile + preview.phones.landline === 0;
