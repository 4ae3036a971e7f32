import { useState } from 'preact/hooks';
import type { OwnPhone as Own } from '../api/answers.js';
import { useQuery } from '../api/use-query.js';
import { useSpeech } from '../language/language.js';
import { useSession } from '../session/session.js';
import { FailureNote } from '../shell/failure-note.js';
import { words } from './me.words.js';
import { PhoneCode } from './phone-code.js';
import { PhoneNumber } from './phone-number.js';

/** The phone where the program texts the user, and the code that confirms a new one. */
export function OwnPhone() {
  const { say, format } = useSpeech();
  const { member, enter } = useSession();
  const { data: own, failure, reload, replace } = useQuery<Own>('/session/phone');
  const [removed, setRemoved] = useState(false);
  /** Whether the user writes another number although a code is out. */
  const [another, setAnother] = useState(false);
  if (!own) return <FailureNote failure={failure} retry={reload} />;

  const takeIn = (changed: Own): void => {
    setRemoved(own.phone !== undefined && changed.phone === undefined);
    setAnother(false);
    replace(() => changed);
    if (member) enter({ ...member, phone: changed.phone });
  };
  const { phone, unconfirmed } = own;
  return (
    <div class="card">
      <div role="status">
        <p>{phone === undefined ? say(removed ? words.removed : words.none) : say(words.saved, { phone })}</p>
        {unconfirmed && (
          <p>
            {say(words.codeSent, {
              phone: unconfirmed.phone,
              until: format.clock(new Date(unconfirmed.expiresAt)),
            })}
          </p>
        )}
      </div>
      {unconfirmed && !another ? (
        <PhoneCode
          key={unconfirmed.phone}
          phone={unconfirmed.phone}
          onChanged={takeIn}
          onAnother={() => setAnother(true)}
        />
      ) : (
        <PhoneNumber phone={phone} onChanged={takeIn} />
      )}
    </div>
  );
}
