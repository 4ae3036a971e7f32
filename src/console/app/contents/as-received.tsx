import { numbersOnlyIn } from '../../../messages/numbers-only-in.js';
import type { Broadcast } from '../api/answers.js';
import { directionOf, languageWording } from '../broadcasts/broadcast.words.js';
import { HeardCall } from '../call/heard-call.js';
import { counted } from './counted.words.js';
import { words } from './contents.words.js';
import { useSpeech } from '../language/language.js';
import { SeenToEnd } from '../opened/opened.js';
import { useSession } from '../session/session.js';

interface AsReceivedProps {
  broadcast: Pick<Broadcast, 'texts' | 'kind' | 'preview'>;
  heading: 'h2' | 'h3';
}

/** The texts exactly as phones will receive them, and as calls where landlines are called. */
export function AsReceived({ broadcast: { texts, kind, preview }, heading: Heading }: AsReceivedProps) {
  const { say, count } = useSpeech();
  const { settings } = useSession();
  const sender = kind === 'topic' ? settings?.senders.topic : settings?.senders.alert;
  // After approval there is no preview. Then calls are always shown, whether or not somebody was called.
  const mayCall = preview === undefined || preview.phones.landline > 0;
  return (
    <section aria-labelledby="received-title" class="card">
      <Heading id="received-title">{say(words.asReceived)}</Heading>
      {texts.map(({ language, sms, voice, call, segments, encoding }) => (
        <div key={language} class="received">
          {sender && <p class="received-from">{say(words.from, { sender })}</p>}
          <blockquote class="bubble" lang={language} dir={directionOf(language)}>
            {sms}
          </blockquote>
          <p class="hint">
            {say(words.textFacts, {
              language: say(languageWording(language)),
              parts: count(segments, counted.parts),
              encoding,
            })}
          </p>
          <SeenToEnd what={`text-${language}`} />
          <OtherNumbers sms={sms} voice={voice} />
          {call !== undefined && (voice !== undefined || mayCall) && (
            <HeardCall language={language} call={call} />
          )}
        </div>
      ))}
    </section>
  );
}

/** A text edited by hand leaves the call as it was. A hint: the call may give a phone number of its own. */
function OtherNumbers({ sms, voice }: { sms: string; voice: string | undefined }) {
  const { say } = useSpeech();
  const numbers = voice === undefined ? [] : numbersOnlyIn(voice, sms);
  if (numbers.length === 0) return null;
  return <p class="note">{say(words.onlyInCall, { numbers: numbers.join(', ') })}</p>;
}
