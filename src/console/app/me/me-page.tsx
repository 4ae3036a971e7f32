import { useState } from 'preact/hooks';
import { useSpeech } from '../language/language.js';
import { mayI } from '../session/may-i.js';
import { useSession } from '../session/session.js';
import { PageTitle } from '../shell/page-title.js';
import { chime, isSoundOn, setSound } from '../waiting/sound.js';
import { words } from './me.words.js';
import { OwnPhone } from './own-phone.js';

/** What the program knows about the user, and how it may call for them. */
export function MePage() {
  const { say } = useSpeech();
  const { member } = useSession();
  return (
    <div class="narrow">
      <PageTitle title={say(words.title)} />
      {mayI(member, 'own-phone.set') && <OwnPhone />}
      {mayI(member, 'broadcast.approve') && <SoundChoice />}
    </div>
  );
}

function SoundChoice() {
  const { say } = useSpeech();
  const [on, setOn] = useState(isSoundOn);
  return (
    <section class="card" aria-labelledby="sound-title">
      <h2 id="sound-title">{say(words.sound)}</h2>
      <label class="tick">
        <input
          type="checkbox"
          checked={on}
          onChange={() => {
            setSound(!on);
            setOn(!on);
            if (!on) chime();
          }}
        />
        <span>
          {say(words.soundOn)}
          <span class="hint">{say(words.soundHint)}</span>
        </span>
      </label>
      <button type="button" class="button button-quiet" onClick={chime}>
        {say(words.hear)}
      </button>
    </section>
  );
}
