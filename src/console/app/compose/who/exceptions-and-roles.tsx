import { useState } from 'preact/hooks';
import { failureIn } from '../../api/call.js';
import type { Place, PlaceInDetail } from '../../api/answers.js';
import { phoneRoles, type PhoneRole } from '../../../../kernel/phone-roles.js';
import type { Failure } from '../../api/failure.js';
import { read } from '../../api/query-client.js';
import { useSpeech } from '../../language/language.js';
import { FailureNote } from '../../shell/failure-note.js';
import { whoWords } from '../compose.words.js';
import { roleWords } from '../../contents/place.words.js';
import type { Change } from '../form/form-change.js';
import type { ChosenPlace, ComposeForm } from '../form/form.js';
import { PlaceSearch } from '../search/place-search.js';
import { spokenName } from '../../contents/spoken-name.js';

interface ExceptionsAndRolesProps {
  form: ComposeForm;
  change: Change;
  onAdded: (name: string) => void;
}

/** Rarely needed choices: places to leave out, and roles to include. Open when any of them is in use. */
export function ExceptionsAndRoles({ form: { minus, roles }, change, onAdded }: ExceptionsAndRolesProps) {
  const { say } = useSpeech();
  const [failure, setFailure] = useState<Failure>();
  const [open] = useState(minus.length > 0 || roles.length < phoneRoles.length);

  function leaveOut({ id, kind, name, boundingBox, saved }: Place, address?: string): void {
    const place: ChosenPlace = { id, kind, name, boundingBox, saved, ...(address ? { address } : {}) };
    setFailure(undefined);
    change(({ minus: now }) => ({ minus: [...now, place] }));
    onAdded(`${say(whoWords.without)} ${spokenName(place, say)}`);
  }
  const toggle = (role: PhoneRole, meant: boolean): void =>
    change(({ roles: now }) => ({
      roles: phoneRoles.filter((known) => (known === role ? meant : now.includes(known))),
    }));
  return (
    <details class="fine" open={open}>
      <summary>{say(whoWords.fine)}</summary>
      <PlaceSearch
        chosen={minus}
        label={say(whoWords.minus)}
        hint={say(whoWords.minusHint)}
        onChoose={({ placeId, place, name }) => {
          if (place) leaveOut(place);
          else
            read<PlaceInDetail>(`/places/${placeId}`).then(
              (property) => leaveOut(property, name),
              (error: unknown) => setFailure(failureIn(error)),
            );
        }}
      />
      <FailureNote failure={failure} />
      <fieldset class="choices">
        <legend>{say(whoWords.roles)}</legend>
        {phoneRoles.map((role) => (
          <label key={role} class="choice">
            <input
              type="checkbox"
              checked={roles.includes(role)}
              onChange={({ currentTarget: { checked } }) => toggle(role, checked)}
            />
            <span class="choice-label">{say(roleWords[role])}</span>
          </label>
        ))}
      </fieldset>
    </details>
  );
}
