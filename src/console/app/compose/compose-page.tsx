import { useEffect, useState } from 'preact/hooks';
import { call, failureIn } from '../api/call.js';
import type { Broadcast, Relation, Settings } from '../api/contract.js';
import type { Failure } from '../api/failure.js';
import { useSpeech } from '../language/language.js';
import { FailureNote } from '../shell/failure-note.js';
import { words as shellWords } from '../shell/shell.words.js';
import { Composer } from './composer.js';
import { choosesWhat, keptAs } from './follow-up.js';
import { followUpForm } from './follow-up-form.js';
import { emptyForm, formOf, type ComposeForm } from './form.js';
import { knownPlace } from './known-place.js';
import { KeptForm } from './kept-form.js';
import { placesOf } from './places-of.js';

interface Loaded {
  readonly form: ComposeForm;
  /** The one to be changed. */
  readonly broadcast?: Broadcast;
  /** The one that it follows. */
  readonly original?: Broadcast;
}

interface Start extends Loaded {
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
        if (wanted) setStart({ ...loaded, form: kept.read() ?? loaded.form, blank: loaded.form });
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

async function loadFollowed({ id, relation }: NonNullable<ComposePageProps['follows']>): Promise<Loaded> {
  const original = await call<Broadcast>('GET', `/broadcasts/${id}`);
  if (relation === 'extension')
    return { form: followUpForm(original, relation, await placesOf(original)), original };
  return { form: await withPlace(followUpForm(original, relation), original), original };
}

const withPlace = async (form: ComposeForm, original: Broadcast): Promise<ComposeForm> => ({
  ...form,
  presets: await knownPlace(
    original,
    form.texts.map(({ language }) => language),
  ),
});

async function load(id: string | undefined): Promise<Loaded> {
  if (id === undefined) return { form: emptyForm };
  const [broadcast, { municipality }] = await Promise.all([
    call<Broadcast>('GET', `/broadcasts/${id}`),
    call<Settings>('GET', '/settings'),
  ]);
  const original = broadcast.follows && (await call<Broadcast>('GET', `/broadcasts/${broadcast.follows.id}`));
  const form = formOf(broadcast, await placesOf(broadcast), municipality.name);
  if (!original) return { form, broadcast };
  return { form: choosesWhat(form) ? await withPlace(form, original) : form, broadcast, original };
}
