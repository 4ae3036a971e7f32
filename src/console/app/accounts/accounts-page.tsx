import { useState } from 'preact/hooks';
import type { RoleMappings } from '../api/answers.js';
import { useQuery } from '../api/use-query.js';
import { useSpeech } from '../language/language.js';
import { mayI } from '../session/may-i.js';
import { useSession } from '../session/session.js';
import { FailureNote } from '../shell/failure-note.js';
import { PageTitle } from '../shell/page-title.js';
import { words as shellWords } from '../shell/shell.words.js';
import { words } from './accounts.words.js';
import { MappingTable } from './mapping-table.js';
import { WaitingAccounts } from './waiting-accounts.js';

/** How staff sign in, and what their roles in the directory mean here. */
export function AccountsPage() {
  const { say } = useSpeech();
  const { member } = useSession();
  return (
    <>
      <PageTitle title={say(words.title)} />
      {mayI(member, 'role-mapping.write') ? <Accounts /> : <p class="lead">{say(words.notYours)}</p>}
      {mayI(member, 'member.write') && <WaitingAccounts />}
    </>
  );
}

function Accounts() {
  const { say } = useSpeech();
  const { data, failure, loading, reload, replace } = useQuery<RoleMappings>('/role-mappings');
  const [isSaved, setSaved] = useState(false);
  if (!data)
    return (
      <>
        <FailureNote failure={failure} retry={reload} />
        {loading && <p role="status">{say(shellWords.loading)}</p>}
      </>
    );
  const facts = [
    [words.connected, data.issuer],
    [words.claim, data.claim],
    [words.callback, data.callback],
    [words.backChannel, data.backChannelLogout],
  ] as const;
  return (
    <>
      <p class="lead">{say(data.issuer === undefined ? words.keysOnly : words.lead)}</p>
      {data.issuer !== undefined && (
        <dl class="facts">
          {facts.map(([label, value]) => (
            <div key={label.en}>
              <dt>{say(label)}</dt>
              <dd>
                <code>{value}</code>
              </dd>
            </div>
          ))}
        </dl>
      )}
      <h2>{say(words.table)}</h2>
      <p>{say(words.order)}</p>
      <p role="status">{isSaved && say(words.saved)}</p>
      <MappingTable
        key={data.version}
        table={data}
        onSaved={(saved) => {
          replace(() => saved);
          setSaved(true);
        }}
      />
    </>
  );
}
