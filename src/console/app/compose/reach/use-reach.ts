import { useEffect, useState } from 'preact/hooks';
import { call, failureIn } from '../../api/call.js';
import type { Preview } from '../../api/answers.js';
import type { Failure } from '../../api/failure.js';
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
 * How many a choice reaches, counted anew with every change of it.
 *
 * @param wanted whether the count is shown; otherwise nothing is asked
 */
export function useReach(form: ComposeForm, wanted: boolean): Reached {
  const [state, setState] = useState<{ preview?: Preview; failure?: Failure; busy?: boolean }>({});
  const [turn, setTurn] = useState(0);
  const request = wanted ? reachRequest(form) : undefined;
  const asked = request && JSON.stringify(request);
  useEffect(() => {
    if (!asked) {
      setState({});
      return;
    }
    setState((now) => ({ preview: now.preview, busy: true }));
    const abort = new AbortController();
    const timer = setTimeout(() => {
      const { path, body } = JSON.parse(asked) as ReachRequest;
      call<Preview>('POST', path, { body, signal: abort.signal }).then(
        (preview) => setState({ preview }),
        (error: unknown) => {
          if (!abort.signal.aborted) setState({ failure: failureIn(error) });
        },
      );
    }, pause);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [asked, turn]);
  return { busy: false, ...state, asked: asked !== undefined, again: () => setTurn(turn + 1) };
}

/** Whether it is known that nobody is reached; while it is counted nobody knows. */
export const reachesNobody = ({ preview, busy }: Pick<Reached, 'preview' | 'busy'>): boolean =>
  !busy && preview !== undefined && preview.phones.mobile + preview.phones.landline === 0;
