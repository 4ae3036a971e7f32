import { useState } from 'preact/hooks';
import type { SocialAccount } from '../api/answers.js';
import { usePostOnce } from '../api/use-post-once.js';
import { useSpeech } from '../language/language.js';
import { BusyButton } from '../shell/busy-button.js';
import { Choices } from '../shell/choices.js';
import { FailureNote } from '../shell/failure-note.js';
import { Field } from '../shell/field.js';
import { bodyOf, emptyAccount, faultsOf, type AccountFaults, type AccountForm } from './account-form.js';
import { LanguageAndState, TokenField } from './account-parts.js';
import { networkNames, words } from './social.words.js';

/** Adds an account, whose token the API tries at once. */
export function AddAccount({ onTold }: { onTold: (done: string) => void }) {
  const { say } = useSpeech();
  const [form, setForm] = useState(emptyAccount);
  const [faults, setFaults] = useState<AccountFaults>({});
  const { busy, failure, run } = usePostOnce('add-social-account', '/social-accounts');
  const change = (patch: Partial<AccountForm>) => setForm((now) => ({ ...now, ...patch }));
  const { network } = form;
  async function add(): Promise<void> {
    const found = faultsOf(form);
    setFaults(found);
    if (busy || Object.keys(found).length > 0) return;
    const added = await run<SocialAccount>('/social-accounts', bodyOf(form));
    if (!added) return;
    setForm(emptyAccount);
    onTold(say(words.added, { name: added.name }));
  }
  return (
    <form
      class="card"
      noValidate
      aria-labelledby="add-account"
      onSubmit={(event) => {
        event.preventDefault();
        void add();
      }}
    >
      <h2 id="add-account">{say(words.add)}</h2>
      <Choices
        legend={say(words.network)}
        value={network}
        choices={[
          { value: 'mastodon', label: networkNames.mastodon, detail: say(words.mastodonHow) },
          { value: 'facebook', label: networkNames.facebook, detail: say(words.facebookHow) },
        ]}
        onChoose={(chosen) => change({ network: chosen })}
      />
      {network === 'mastodon' && (
        <Field
          label={say(words.address)}
          hint={say(words.addressHint)}
          fault={faults.address && say(faults.address)}
          value={form.address}
          maxLength={300}
          onInput={(address) => change({ address })}
        />
      )}
      <TokenField
        label={say(words.token)}
        hint={say(network === 'mastodon' ? words.mastodonToken : words.facebookToken)}
        fault={faults.token && say(faults.token)}
        value={form.token}
        onInput={(token) => change({ token })}
      />
      <LanguageAndState {...form} change={change} />
      <FailureNote failure={failure} retry={() => void add()} />
      <BusyButton busy={busy} type="submit">
        {say(words.addIt)}
      </BusyButton>
    </form>
  );
}
