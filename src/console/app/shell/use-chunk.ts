import { useEffect, useState } from 'preact/hooks';

interface Chunk<Module> {
  readonly module?: Module;
  readonly failed: boolean;
  readonly retry: () => void;
}

/** Loads a part of the console when it is first needed. `load` must be the same function each time. */
export function useChunk<Module>(load: () => Promise<Module>): Chunk<Module> {
  const [module, setModule] = useState<{ it: Module }>();
  const [failed, setFailed] = useState(false);
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    let wanted = true;
    load().then(
      (it) => {
        if (wanted) setModule({ it });
      },
      () => {
        if (wanted) setFailed(true);
      },
    );
    return () => {
      wanted = false;
    };
  }, [load, turn]);
  return {
    module: module?.it,
    failed,
    retry: () => {
      setFailed(false);
      setTurn(turn + 1);
    },
  };
}
