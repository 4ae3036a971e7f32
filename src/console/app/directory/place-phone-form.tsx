import { useState } from 'preact/hooks';
import { messageLanguages } from '../../../kernel/language.js';
import { languageWording } from '../../../kernel/language-words.js';
import type { Address } from '../api/answers.js';
import { phoneRoles, type PhoneRole } from '../../../kernel/phone-roles.js';
import { useQuery } from '../api/use-query.js';
import { useSpeech } from '../language/language.js';
import { BusyButton } from '../shell/busy-button.js';
import { Choices } from '../shell/choices.js';
import { FailureNote } from '../shell/failure-note.js';
import { useSettled } from '../shell/use-settled.js';
import { roleWords, words } from './directory.words.js';
import { Field } from '../shell/field.js';
import { usePost } from './use-post.js';

/** Assigns a number to an address by hand. */
export function PlacePhoneForm({ phone, onPlaced }: { phone: string; onPlaced: () => void }) {
  const { say } = useSpeech();
  const [text, setText] = useState('');
  const [addressId, setAddressId] = useState<string>();
  const [role, setRole] = useState<PhoneRole>('resident');
  const [household, setHousehold] = useState('');
  const [language, setLanguage] = useState('');
  const [guarded, setGuarded] = useState(false);
  const [tried, setTried] = useState(false);
  const { data: hits, failure } = useAddresses(text);
  const post = usePost('/directory/sources');

  async function place(): Promise<void> {
    setTried(true);
    if (!addressId) return;
    const done = await post.run('/directory/placements', {
      phone,
      addressId,
      role,
      protected: guarded,
      ...(household.trim() ? { household: household.trim() } : {}),
      ...(language ? { language } : {}),
    });
    if (!done) return;
    setText('');
    setAddressId(undefined);
    setTried(false);
    onPlaced();
  }

  return (
    <details class="place-phone">
      <summary>{say(words.place)}</summary>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void place();
        }}
      >
        <Field
          label={say(words.address)}
          hint={say(words.addressHint)}
          fault={tried && !addressId ? say(words.addressMissing) : undefined}
          value={text}
          onInput={(value) => {
            setText(value);
            setAddressId(undefined);
          }}
        />
        <FailureNote failure={failure} />
        <p role="status" class="hint">
          {hits?.length === 0 && say(words.noHits)}
        </p>
        {hits && hits.length > 0 && (
          <Choices
            legend={say(words.addressChoice)}
            value={addressId}
            choices={hits.map(({ id, name, postalCode, locality }) => ({
              value: id,
              label: name,
              detail: [postalCode, locality].filter(Boolean).join(' '),
            }))}
            onChoose={setAddressId}
          />
        )}
        <Choices
          legend={say(words.role)}
          value={role}
          choices={phoneRoles.map((value) => ({ value, label: say(roleWords[value]), look: 'choice-small' }))}
          onChoose={setRole}
        />
        <Field
          label={say(words.householdLabel)}
          hint={say(words.householdHint)}
          value={household}
          onInput={setHousehold}
        />
        <div class="field">
          <label for="place-language">{say(words.language)}</label>
          <p class="hint" id="place-language-hint">
            {say(words.languageHint)}
          </p>
          <select
            id="place-language"
            aria-describedby="place-language-hint"
            value={language}
            onChange={(event) => setLanguage(event.currentTarget.value)}
          >
            <option value="">{say(words.unchanged)}</option>
            {messageLanguages.map((code) => (
              <option key={code} value={code}>
                {say(languageWording(code))}
              </option>
            ))}
          </select>
        </div>
        <label class="tick">
          <input type="checkbox" checked={guarded} onChange={() => setGuarded(!guarded)} />
          <span>
            {say(words.guarded)}
            <span class="hint">{say(words.guardedHint)}</span>
          </span>
        </label>
        <FailureNote failure={post.failure} retry={() => void place()} />
        <BusyButton busy={post.busy} type="submit">
          {say(words.placeIt)}
        </BusyButton>
      </form>
    </details>
  );
}

/** Debounce before the search, in milliseconds. */
const pause = 250;

/** Addresses that match the typed text; undefined before the first search. */
function useAddresses(text: string) {
  const typed = text.trim();
  const q = useSettled(typed.length < 2 ? undefined : typed, pause);
  return useQuery<readonly Address[]>(q && `/addresses?q=${encodeURIComponent(q)}&limit=8`, {
    keepsBefore: true,
  });
}
