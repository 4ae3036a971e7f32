import { useState } from 'preact/hooks';
import type { PhoneLookup } from '../api/answers.js';
import { useSpeech } from '../language/language.js';
import { mayI } from '../session/may-i.js';
import { useSession } from '../session/session.js';
import { BusyButton } from '../shell/busy-button.js';
import { FailureNote } from '../shell/failure-note.js';
import { PageTitle } from '../shell/page-title.js';
import { words } from './directory.words.js';
import { Field } from '../shell/field.js';
import { KnownPhone } from './known-phone.js';
import { PersonsRights } from './persons-rights.js';
import { QuarantinedPhones } from './quarantined-phones.js';
import { seesDirectory } from './sees-directory.js';
import { Sources } from './sources.js';
import { usePost } from './use-post.js';

/** What the municipality knows about phones, for the few staff who are responsible for it. */
export function DirectoryPage() {
  const { say } = useSpeech();
  const { member } = useSession();
  return (
    <>
      <PageTitle title={say(words.title)} />
      {seesDirectory(member) ? (
        <>
          <Person />
          {mayI(member, 'source.read') && <Sources />}
          {mayI(member, 'quarantine.read') && <QuarantinedPhones />}
        </>
      ) : (
        <p class="lead">{say(words.notYours)}</p>
      )}
    </>
  );
}

/** Asks for a number and a reason, then shows what is known about the number and the possible actions. */
function Person() {
  const { say } = useSpeech();
  const { member } = useSession();
  const [phone, setPhone] = useState('');
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const [found, setFound] = useState<PhoneLookup>();
  // The result stays until another number is entered.
  const [isErased, setErased] = useState(false);
  const mayLookUp = mayI(member, 'phone.look-up');
  const mayExport = mayI(member, 'person.export');
  const mayErase = mayI(member, 'person.erase');
  const post = usePost();
  const asked = { phone: phone.trim(), reason: reason.trim() };
  const complete = asked.phone !== '' && asked.reason.length >= 3;

  async function lookUp(): Promise<void> {
    setTried(true);
    if (!complete) return;
    const done = await post.run<PhoneLookup>('/directory/lookups', asked);
    setFound(done?.answer);
  }

  return (
    <section class="card" aria-labelledby="look-up">
      <h2 id="look-up">{say(words.lookUp)}</h2>
      <p class="hint">{say(words.logged)}</p>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (mayLookUp) void lookUp();
          else setTried(true);
        }}
      >
        <Field
          label={say(words.phone)}
          hint={say(words.phoneHint)}
          fault={tried && asked.phone === '' ? say(words.phoneMissing) : undefined}
          inputMode="tel"
          value={phone}
          onInput={(value) => {
            setPhone(value);
            // What is shown belongs to another number.
            setFound(undefined);
            setErased(false);
          }}
        />
        <Field
          label={say(words.reason)}
          hint={say(words.reasonHint)}
          fault={tried && asked.reason.length < 3 ? say(words.reasonMissing) : undefined}
          value={reason}
          onInput={setReason}
        />
        <FailureNote failure={post.failure} retry={() => void lookUp()} />
        {mayLookUp && (
          <BusyButton busy={post.busy} type="submit">
            {say(words.find)}
          </BusyButton>
        )}
      </form>
      {found && <KnownPhone found={found} onChanged={() => void lookUp()} />}
      {(mayExport || mayErase) && (found !== undefined || isErased || !mayLookUp) && (
        <PersonsRights
          asked={asked}
          complete={complete}
          mayExport={mayExport}
          mayErase={mayErase}
          onErased={() => {
            setFound(undefined);
            setErased(true);
          }}
        />
      )}
    </section>
  );
}
