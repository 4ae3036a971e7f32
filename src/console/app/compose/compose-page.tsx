import { useEffect, useState } from 'preact/hooks';
import { failureIn } from '../api/call.js';
import type { Relation } from '../../../kernel/relations.js';
import type { Failure } from '../api/failure.js';
import { useSpeech } from '../language/language.js';
import { FailureNote } from '../shell/failure-note.js';
import { words as shellWords } from '../shell/shell.words.js';
import { Composer } from './composer.js';
import { keptAs } from './form/follow-up.js';
import type { ComposeForm } from './form/form.js';
import { KeptForm } from './form/kept-form.js';
import { load, loadFollowed, type Loaded } from './load-form.js';

interface Start extends Loaded {
  /** Whether it was kept from before. */
  readonly old: boolean;
  /** What the form goes back to when one starts over. */
  readonly blank: ComposeForm;
}

interface ComposePageProps {
  /** Of the one to be changed. */
  id: string | undefined;
  /** What a new one follows, and how. */
  follows?: { readonly id: string; readonly relation: Relation };
}

/** A new broadcast, or one to be changed. What was filled in and not sent comes before what the API has. */
export function ComposePage({ id, follows }: ComposePageProps) {
  const { say } = useSpeech();
  const [kept] = useState(
    () => new KeptForm(sessionStorage, follows ? keptAs(follows.id, follows.relation) : id),
  );
  const [start, setStart] = useState<Start>();
  const [failure, setFailure] = useState<Failure>();
  const [turn, setTurn] = useState(0);

  useEffect(() => {
    let wanted = true;
    setFailure(undefined);
    (follows ? loadFollowed(follows) : load(id)).then(
      (loaded) => {
        if (!wanted) return;
        const before = kept.read();
        setStart({ ...loaded, form: before ?? loaded.form, blank: loaded.form, old: before !== undefined });
      },
      (error: unknown) => {
        if (wanted) setFailure(failureIn(error));
      },
    );
    return () => {
      wanted = false;
    };
  }, [id, kept, turn]);

  if (failure) return <FailureNote failure={failure} retry={() => setTurn(turn + 1)} />;
  if (!start) return <p role="status">{say(shellWords.loading)}</p>;
  return <Composer {...start} kept={kept} />;
}
