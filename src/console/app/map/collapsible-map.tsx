import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { useSpeech } from '../language/language.js';
import { words as shellWords } from '../shell/shell.words.js';
import { useChunk } from '../shell/use-chunk.js';
import { useMedia } from '../shell/use-media.js';
import { words } from './map.words.js';

interface LoadedMapProps<Module> {
  /** Imports the map library with one of the maps. Must be the same function each time. */
  load: () => Promise<Module>;
  children: (module: Module) => ComponentChildren;
}

/**
 * The map behind a button on a phone, and open on a wide screen: it is heavy, and never the only way to do something.
 */
export function CollapsibleMap<Module>({
  open = false,
  ...loaded
}: LoadedMapProps<Module> & { open?: boolean }) {
  const { say } = useSpeech();
  const wide = useMedia('(min-width: 56rem)');
  const [chosen, setChosen] = useState<boolean>();
  const shown = chosen ?? (open || wide);
  return (
    <div class="collapsible-map">
      <button
        type="button"
        class="button button-quiet"
        aria-expanded={shown}
        onClick={() => setChosen(!shown)}
      >
        {say(shown ? words.hide : words.show)}
      </button>
      {shown && <LoadedMap {...loaded} />}
    </div>
  );
}

/** A map whose library is loaded first. Says so when that fails. */
export function LoadedMap<Module>({ load, children }: LoadedMapProps<Module>) {
  const { say } = useSpeech();
  const { module, failed, retry } = useChunk(load);
  if (failed)
    return (
      <div class="note" role="alert">
        <p>{say(words.notFetched)}</p>
        <button type="button" class="button button-quiet" onClick={retry}>
          {say(shellWords.retry)}
        </button>
      </div>
    );
  if (!module) return <p role="status">{say(shellWords.loading)}</p>;
  return <>{children(module)}</>;
}
