import { useEffect, useRef } from 'preact/hooks';
import { useSpeech } from '../language/language.js';
import { words } from './webhooks.words.js';

/** A new secret, which is not shown again. It takes the focus. */
export function SecretNote({ secret }: { secret: string }) {
  const { say } = useSpeech();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), [secret]);
  return (
    <div class="note">
      <h2 ref={heading} tabIndex={-1}>
        {say(words.secretTitle)}
      </h2>
      <p>{say(words.secretLead)}</p>
      <p style={{ overflowWrap: 'anywhere' }}>
        <code>{secret}</code>
      </p>
    </div>
  );
}
