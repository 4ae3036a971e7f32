import { useState } from 'preact/hooks';
import type { Broadcast, Sample } from '../api/answers.js';
import { usePostOnce } from '../api/use-post-once.js';
import { waits } from '../broadcast/with-progress.js';
import { languageWording } from '../broadcasts/broadcast.words.js';
import { useSpeech } from '../language/language.js';
import { Link } from '../navigation/navigation.js';
import { paths } from '../navigation/routes.js';
import { mayI } from '../session/may-i.js';
import { useSession } from '../session/session.js';
import { BusyButton } from '../shell/busy-button.js';
import { FailureNote } from '../shell/failure-note.js';
import { words } from './send-to-me.words.js';

interface SendToMeProps {
  broadcast: Pick<Broadcast, 'id' | 'state' | 'kind' | 'texts'>;
  heading: 'h2' | 'h3';
}

/** The text or the call on the user's own phone, before it is sent to others. */
export function SendToMe({ broadcast: { id, state, kind, texts }, heading: Heading }: SendToMeProps) {
  const { say } = useSpeech();
  const { member } = useSession();
  const [language, setLanguage] = useState(texts[0]?.language ?? '');
  const [told, setTold] = useState('');
  const post = usePostOnce(`sample-${id}`);
  if (!mayI(member, 'broadcast.sample') || !waits({ state })) return null;

  async function send(as: 'text' | 'call'): Promise<void> {
    setTold('');
    const sent = await post.run<Sample>(`/broadcasts/${id}/samples`, { as, language });
    if (sent) setTold(say(as === 'text' ? words.texted : words.called, { phone: sent.phone }));
  }
  return (
    <section aria-labelledby="to-me-title" class="card screen-only">
      <Heading id="to-me-title">{say(words.title)}</Heading>
      {member?.phone === undefined ? (
        <p>
          {say(words.noPhone)} <Link href={paths.me}>{say(words.toPhone)}</Link>
        </p>
      ) : (
        <>
          <p class="hint">{say(words.how, { phone: member.phone })}</p>
          {texts.length > 1 && (
            <div class="field">
              <label for="to-me-language">{say(words.language)}</label>
              <select
                id="to-me-language"
                value={language}
                onChange={(event) => setLanguage(event.currentTarget.value)}
              >
                {texts.map((text) => (
                  <option key={text.language} value={text.language}>
                    {say(languageWording(text.language))}
                  </option>
                ))}
              </select>
            </div>
          )}
          <FailureNote failure={post.failure} />
          <p role="status">{told}</p>
          <div class="buttons">
            <BusyButton busy={post.busy} look="quiet" onClick={() => void send('text')}>
              {say(words.text)}
            </BusyButton>
            {kind === 'alert' && (
              <BusyButton busy={post.busy} look="quiet" onClick={() => void send('call')}>
                {say(words.call)}
              </BusyButton>
            )}
          </div>
        </>
      )}
    </section>
  );
}
