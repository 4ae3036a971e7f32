import { useState } from 'preact/hooks';
import type { SocialAccount } from '../api/answers.js';
import { call } from '../api/call.js';
import { useMutation } from '../api/use-mutation.js';
import { useSpeech } from '../language/language.js';
import { BusyButton } from '../shell/busy-button.js';
import { FailureNote } from '../shell/failure-note.js';
import { LanguageAndState, TokenField } from './account-parts.js';
import { words } from './social.words.js';

interface ChangeAccountProps {
  account: SocialAccount;
  /** @param done what was done; empty if nothing */
  onClose: (done: string) => void;
}

/** Changes an account, gives it a new token, or removes it. */
export function ChangeAccount({ account, onClose }: ChangeAccountProps) {
  const { say } = useSpeech();
  const { id, name } = account;
  const [form, setForm] = useState({ language: account.language, active: account.active, token: '' });
  // Of what the form was filled with: it may be fetched again meanwhile.
  const [version] = useState(account.version);
  const [removing, setRemoving] = useState(false);
  const saving = useMutation(
    (body: object) => call<SocialAccount>('PUT', `/social-accounts/${id}`, { body }),
    '/social-accounts',
  );
  const removal = useMutation(() => call<undefined>('DELETE', `/social-accounts/${id}`), '/social-accounts');
  async function save(): Promise<void> {
    const { token, ...rest } = form;
    const body = { ...rest, ...(token.trim() === '' ? {} : { token }), version };
    if (!saving.busy && (await saving.run(body))) onClose(say(words.saved, { name }));
  }
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <TokenField
        label={say(words.newToken)}
        hint={say(words.newTokenHint)}
        value={form.token}
        onInput={(token) => setForm({ ...form, token })}
      />
      <LanguageAndState {...form} change={(patch) => setForm({ ...form, ...patch })} />
      <FailureNote failure={saving.failure ?? removal.failure} retry={() => void save()} />
      <div class="buttons">
        <BusyButton type="submit" busy={saving.busy}>
          {say(words.save)}
        </BusyButton>
        <button type="button" class="button button-quiet" onClick={() => onClose('')}>
          {say(words.notNow)}
        </button>
        {removing ? (
          <BusyButton
            busy={removal.busy}
            look="danger"
            onClick={() => void removal.run(undefined).then((done) => done && onClose(say(words.removed)))}
          >
            {say(words.removeSure)}
          </BusyButton>
        ) : (
          <button type="button" class="button button-quiet" onClick={() => setRemoving(true)}>
            {say(words.remove)}
          </button>
        )}
      </div>
    </form>
  );
}
