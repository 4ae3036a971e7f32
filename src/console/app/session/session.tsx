import { createContext, type ComponentChildren } from 'preact';
import { useCallback, useContext, useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { call, onSignedOut } from '../api/call.js';
import type { Settings, SignedIn } from '../api/answers.js';
import { RequestFailed, type Failure } from '../api/failure.js';
import { read } from '../api/query-client.js';
import { useQuery } from '../api/use-query.js';

interface Session {
  /** Undefined when nobody is signed in, or it is not yet known. */
  readonly member?: SignedIn;
  readonly settings?: Settings;
  readonly state: 'asking' | 'in' | 'out' | 'failed';
  /** Whether the server ended the session, not the user. */
  readonly expired: boolean;
  readonly failure?: Failure;
  readonly enter: (member: SignedIn) => void;
  readonly signOut: () => void;
  readonly ask: () => void;
}

const nothing = () => undefined;
const SessionContext = createContext<Session>({
  state: 'asking',
  expired: false,
  enter: nothing,
  signOut: nothing,
  ask: nothing,
});

/** The signed-in user. The page cannot read the cookie itself. */
export function SessionProvider({ children }: { children: ComponentChildren }) {
  const [member, setMember] = useState<SignedIn>();
  const [state, setState] = useState<Session['state']>('asking');
  const [expired, setExpired] = useState(false);
  const [failure, setFailure] = useState<Failure>();

  const entered = useRef(false);
  const leave = useCallback(() => {
    entered.current = false;
    setMember(undefined);
    setState('out');
  }, []);
  const enter = useCallback((signedIn: SignedIn) => {
    entered.current = true;
    setMember(signedIn);
    setExpired(false);
    setState('in');
  }, []);
  const ask = useCallback(() => {
    setState('asking');
    read<SignedIn>('/session').then(enter, (error: unknown) => {
      if (!(error instanceof RequestFailed)) throw error;
      if (error.failure.kind === 'refused' && error.failure.problem.status === 401) leave();
      else {
        setFailure(error.failure);
        setState('failed');
      }
    });
  }, [enter, leave]);
  const signOut = useCallback(() => {
    call('DELETE', '/session').then(leave, (error: unknown) => {
      if (error instanceof RequestFailed) setFailure(error.failure);
      setState('failed');
    });
  }, [leave]);

  useEffect(() => {
    onSignedOut(() => {
      // On a first visit, nobody has been signed out.
      setExpired(entered.current);
      leave();
    });
    ask();
  }, [ask, leave]);
  const { data: settings } = useQuery<Settings>(member && '/settings');

  const session = useMemo(
    () => ({ member, settings, state, expired, failure, enter, signOut, ask }),
    [member, settings, state, expired, failure, enter, signOut, ask],
  );
  return <SessionContext.Provider value={session}>{children}</SessionContext.Provider>;
}

export const useSession = (): Session => useContext(SessionContext);
