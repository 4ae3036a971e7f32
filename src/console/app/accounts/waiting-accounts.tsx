import type { WaitingAccount } from '../api/answers.js';
import { call } from '../api/call.js';
import { useMutation } from '../api/use-mutation.js';
import { useQuery } from '../api/use-query.js';
import { useSpeech } from '../language/language.js';
import { BusyButton } from '../shell/busy-button.js';
import { FailureNote } from '../shell/failure-note.js';
import { words } from './accounts.words.js';

/** Accounts whose e-mail address belongs to somebody else's account, or to somebody with a key. */
export function WaitingAccounts() {
  const { say, format } = useSpeech();
  const { data, failure, reload } = useQuery<WaitingAccount[]>('/waiting-accounts');
  const decision = useMutation(
    ({ id, same }: { id: string; same: boolean }) =>
      same ? call('POST', `/waiting-accounts/${id}/link`) : call('DELETE', `/waiting-accounts/${id}`),
    '/waiting-accounts',
  );
  if (!data) return <FailureNote failure={failure} retry={reload} />;
  if (data.length === 0) return null;
  return (
    <section aria-labelledby="waiting-accounts">
      <h2 id="waiting-accounts">{say(words.waiting)}</h2>
      <p>{say(words.waitingLead)}</p>
      <FailureNote failure={decision.failure} retry={reload} />
      <ul class="entries">
        {data.map(({ id, name, email, memberName, triedAt }) => (
          <li class="card" key={id}>
            <h3>{name}</h3>
            <p>{say(words.waitingFacts, { email, member: memberName, time: format.moment(triedAt) })}</p>
            <div class="buttons">
              <BusyButton busy={decision.busy} onClick={() => void decision.run({ id, same: true })}>
                {say(words.same)}
              </BusyButton>
              <BusyButton
                busy={decision.busy}
                look="quiet"
                onClick={() => void decision.run({ id, same: false })}
              >
                {say(words.other)}
              </BusyButton>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
