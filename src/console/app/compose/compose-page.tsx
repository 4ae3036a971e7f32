import { useEffect, useState } from 'preact/hooks';
import { call, failureIn } from '../api/call.js';
import { isArea, type Broadcast, type Place, type Settings } from '../api/contract.js';
import type { Failure } from '../api/failure.js';
import { useSpeech } from '../language/language.js';
import { FailureNote } from '../shell/failure-note.js';
import { words as shellWords } from '../shell/shell.words.js';
import { Composer } from './composer.js';
import { emptyForm, formOf, type ComposeForm } from './form.js';
import { KeptForm } from './kept-form.js';

/** A new broadcast, or one to be changed. What was filled in and not sent comes before what the API has. */
export function ComposePage({ id }: { id: string | undefined }) {
  const { say } = useSpeech();
  const [kept] = useState(() => new KeptForm(sessionStorage, id));
  const [start, setStart] = useState<{ form: ComposeForm; broadcast?: Broadcast }>();
  const [failure, setFailure] = useState<Failure>();
  const [turn, setTurn] = useState(0);

  useEffect(() => {
    let wanted = true;
    setFailure(undefined);
    load(id).then(
      (loaded) => {
        if (wanted) setStart({ ...loaded, form: kept.read() ?? loaded.form });
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
  return <Composer start={start.form} broadcast={start.broadcast} kept={kept} />;
}

async function load(id: string | undefined): Promise<{ form: ComposeForm; broadcast?: Broadcast }> {
  if (id === undefined) return { form: emptyForm };
  const [broadcast, { municipality }] = await Promise.all([
    call<Broadcast>('GET', `/broadcasts/${id}`),
    call<Settings>('GET', '/settings'),
  ]);
  return { form: formOf(broadcast, await placesOf(broadcast), municipality.name), broadcast };
}

/** The places a broadcast names; one that is gone from the register is left out, so that another can be chosen. */
async function placesOf({ audience }: Broadcast): Promise<Place[]> {
  if (!isArea(audience)) return [];
  const ids = [...(audience.places ?? []), ...(audience.minus?.places ?? [])];
  const found = await Promise.allSettled(ids.map((id) => call<Place>('GET', `/places/${id}`)));
  return found.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
}
