import { useMemo, useState } from 'preact/hooks';
import type { Relation } from '../../../kernel/relations.js';
import { useQuery } from '../api/use-query.js';
import { useSpeech } from '../language/language.js';
import { FailureNote } from '../shell/failure-note.js';
import { words as shellWords } from '../shell/shell.words.js';
import { Composer } from './composer.js';
import { keptAs } from './form/follow-up.js';
import { emptyForm, type ComposeForm } from './form/form.js';
import { KeptForm } from './form/kept-form.js';
import { load, loadFollowed, type Loaded } from './load-form.js';

interface Start extends Loaded {
  /** Whether it was kept from before. */
  readonly old: boolean;
  /** What the form goes back to when one starts over. */
  readonly blank: ComposeForm;
}

const blankPage: Loaded = { form: emptyForm };

function startOf(loaded: Loaded, kept: KeptForm): Start {
  const before = kept.read();
  return { ...loaded, form: before ?? loaded.form, blank: loaded.form, old: before !== undefined };
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
  const from = follows?.id ?? id;
  const { data, failure, reload } = useQuery<Loaded>(from && `/broadcasts/${from}`, {
    of: follows ? ['followed', follows.relation] : 'form',
    ask: () => (follows ? loadFollowed(follows) : load(from!)),
  });
  const loaded = from === undefined ? blankPage : data;
  const start = useMemo(() => loaded && startOf(loaded, kept), [loaded, kept]);

  if (failure) return <FailureNote failure={failure} retry={reload} />;
  if (!start) return <p role="status">{say(shellWords.loading)}</p>;
  return <Composer {...start} kept={kept} />;
}
