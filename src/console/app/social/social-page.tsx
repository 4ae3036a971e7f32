import { useState } from 'preact/hooks';
import type { SocialAccount } from '../api/answers.js';
import { useQuery } from '../api/use-query.js';
import { languageWording } from '../broadcasts/broadcast.words.js';
import { useSpeech } from '../language/language.js';
import { mayI } from '../session/may-i.js';
import { useSession } from '../session/session.js';
import { FailureNote } from '../shell/failure-note.js';
import { PageTitle, rescueFocus } from '../shell/page-title.js';
import { words as shellWords } from '../shell/shell.words.js';
import { AddAccount } from './add-account.js';
import { ChangeAccount } from './change-account.js';
import { networkNames, words } from './social.words.js';

/** The accounts that post what is published. */
export function SocialPage() {
  const { say } = useSpeech();
  const { member } = useSession();
  return (
    <>
      <PageTitle title={say(words.title)} />
      {mayI(member, 'social.write') ? <Accounts /> : <p class="lead">{say(words.notYours)}</p>}
    </>
  );
}

function Accounts() {
  const { say } = useSpeech();
  const { data, failure, loading, reload } = useQuery<SocialAccount[]>('/social-accounts');
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
      {data?.map((account) => (
        <Account key={account.id} account={account} onTold={setTold} />
      ))}
      {data && <AddAccount onTold={setTold} />}
    </>
  );
}

function Account({ account, onTold }: { account: SocialAccount; onTold: (done: string) => void }) {
  const { say, format } = useSpeech();
  const { id, network, name, profile, language, mostCharacters, active, refusedAt } = account;
  const [changing, setChanging] = useState(false);
  const close = (done: string) => {
    setChanging(false);
    onTold(done);
    rescueFocus();
  };
  return (
    <section class="card" aria-labelledby={`account-${id}`}>
      <h2 id={`account-${id}`}>{name}</h2>
      {refusedAt !== undefined && (
        <p class="note note-failure">
          {say(words.refused, { network: networkNames[network], at: format.moment(refusedAt) })}
        </p>
      )}
      <p class="entry-facts">
        <span>{say(active ? words.on : words.off)}</span>
        <a href={profile} target="_blank" rel="noreferrer">
          {networkNames[network]}
        </a>
        <span>
          {say(words.posts, {
            language: say(languageWording(language)).toLowerCase(),
            most: format.number(mostCharacters),
          })}
        </span>
      </p>
      {changing ? (
        <ChangeAccount account={account} onClose={close} />
      ) : (
        <button type="button" class="button button-quiet" onClick={() => setChanging(true)}>
          {say(words.change)}
          <span class="unseen"> {say(words.changeOf, { name })}</span>
        </button>
      )}
    </section>
  );
}
