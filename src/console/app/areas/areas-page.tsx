import { useState } from 'preact/hooks';
import type { SavedArea } from '../api/answers.js';
import { useQuery } from '../api/use-query.js';
import { useSpeech } from '../language/language.js';
import { mayI } from '../session/may-i.js';
import { useSession } from '../session/session.js';
import { FailureNote } from '../shell/failure-note.js';
import { PageTitle, rescueFocus } from '../shell/page-title.js';
import { words as shellWords } from '../shell/shell.words.js';
import { words } from './areas.words.js';
import { NewArea } from './new-area.js';
import { SavedAreaItem } from './saved-area-item.js';

/** The areas that staff saved under a name, for users who may change them. */
export function AreasPage() {
  const { say } = useSpeech();
  const { member } = useSession();
  return (
    <>
      <PageTitle title={say(words.title)} />
      {mayI(member, 'area.save') ? <Areas /> : <p class="lead">{say(words.notYours)}</p>}
    </>
  );
}

function Areas() {
  const { say } = useSpeech();
  const { data, failure, loading, reload, replace } = useQuery<SavedArea[]>('/areas');
  const [told, setTold] = useState('');
  return (
    <>
      <p class="lead">{say(words.lead)}</p>
      <p role="status" class={told ? 'note note-done' : undefined}>
        {told}
      </p>
      <FailureNote failure={failure} retry={reload} />
      {!data && loading && <p role="status">{say(shellWords.loading)}</p>}
      {data?.length === 0 && <p class="hint">{say(words.none)}</p>}
      {data && data.length > 0 && (
        <ul class="areas">
          {data.map((area) => (
            <SavedAreaItem
              key={area.id}
              area={area}
              onChanged={setTold}
              onRemoved={() => {
                replace((now) => now?.filter(({ id }) => id !== area.id));
                setTold(say(words.removed, { name: area.name }));
                rescueFocus();
              }}
            />
          ))}
        </ul>
      )}
      <NewArea onSaved={(name) => setTold(say(words.saved, { name }))} />
    </>
  );
}
