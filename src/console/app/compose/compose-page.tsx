import { useMemo, useState } from 'preact/hooks';
import type { Relation } from '../../../kernel/relations.js';
import { useQuery } from '../api/use-query.js';
import { useSpeech } from '../language/language.js';
import { FailureNote } from '../shell/failure-note.js';
import { words as shellWords } from '../shell/shell.words.js';
import { Composer } from './composer.js';
import { keptAnew, keptAs } from './form/follow-up.js';
import { emptyForm, type ComposeForm } from './form/form.js';
import { KeptForm } from './form/kept-form.js';
import { load, loadAnew, loadFollowed, type Loaded } from './load-form.js';

interface Start extends Loaded {
  /** Whether the form was kept from an earlier visit. */
  readonly old: boolean;
  /** The form to return to when the user starts over. */
  readonly blank: ComposeForm;
}

const blankPage: Loaded = { form: emptyForm };

function startOf(loaded: Loaded, kept: KeptForm): Start {
  const before = kept.read();
  return { ...loaded, form: before ?? loaded.form, blank: loaded.form, old: before !== undefined };
}

interface ComposePageProps {
  /** The id of the broadcast to edit. */
  id: string | undefined;
  /** The broadcast that a new one follows, and the relation. */
  follows?: { readonly id: string; readonly relation: Relation };
  /** The broadcast that a new one begins as. */
  anew?: string;
}

/** Writes a new broadcast or edits one. A form that was filled in but not sent takes precedence over the API's data. */
export function ComposePage({ id, follows, anew }: ComposePageProps) {
  const { say } = useSpeech();
  const [kept] = useState(
    () =>
      new KeptForm(
        sessionStorage,
        follows ? keptAs(follows.id, follows.relation) : anew === undefined ? id : keptAnew(anew),
      ),
  );
  const from = follows?.id ?? anew ?? id;
  const { data, failure, reload } = useQuery<Loaded>(from && `/broadcasts/${from}`, {
    of: follows ? ['followed', follows.relation] : anew === undefined ? 'form' : 'anew',
    ask: () => (follows ? loadFollowed(follows) : anew === undefined ? load(from!) : loadAnew(anew)),
  });
  const loaded = from === undefined ? blankPage : data;
  const start = useMemo(() => loaded && startOf(loaded, kept), [loaded, kept]);

  if (failure) return <FailureNote failure={failure} retry={reload} />;
  if (!start) return <p role="status">{say(shellWords.loading)}</p>;
  return <Composer {...start} kept={kept} />;
}
