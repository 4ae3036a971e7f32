import type { Shape } from '../api/answers.js';
import { call } from '../api/call.js';
import type { Failure } from '../api/failure.js';
import { useMutation } from '../api/use-mutation.js';

export interface AreaChange {
  readonly busy: boolean;
  readonly failure?: Failure;
  /**
   * Renames the area, and changes its shape if one is given. @returns whether it succeeded; if not, `failure` says why
   */
  readonly change: (to: { name: string; polygon?: Shape }) => Promise<boolean>;
  /** @returns whether it succeeded; if not, `failure` says why */
  readonly remove: () => Promise<boolean>;
}

/** Changes of a saved area. Each is safe to repeat. */
export function useAreaChange(id: string): AreaChange {
  const { busy, failure, run } = useMutation(
    ({ method, body }: { readonly method: 'PUT' | 'DELETE'; readonly body?: object }) =>
      call(method, `/areas/${id}`, { body }),
    '/areas',
  );
  const done = async (sent: Promise<unknown>) => (await sent) !== undefined;
  return {
    busy,
    failure,
    change: (body) => done(run({ method: 'PUT', body })),
    remove: () => done(run({ method: 'DELETE' })),
  };
}
