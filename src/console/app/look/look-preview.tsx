import type { Look } from '../api/answers.js';
import { useSpeech } from '../language/language.js';
import { modes, type Mode } from './look-form.js';
import { words } from './look.words.js';

interface LookPreviewProps {
  tokens: Look['base']['tokens'];
  name: string;
  /** Addresses. */
  logos: { readonly light?: string | undefined; readonly dark?: string | undefined } | undefined;
  logoHasName: boolean;
}

/** A page in small, in light and in dark mode. Nothing in it can be used. */
export function LookPreview({ tokens, ...sender }: LookPreviewProps) {
  const { say } = useSpeech();
  return (
    <div class="look-previews">
      {modes.map((mode) => (
        <figure key={mode}>
          <figcaption>{say(mode === 'light' ? words.inLight : words.inDark)}</figcaption>
          <Sample mode={mode} colours={tokens[mode]} {...sender} />
        </figure>
      ))}
    </div>
  );
}

type SampleProps = Omit<LookPreviewProps, 'tokens'> & {
  mode: Mode;
  colours: Readonly<Record<string, string>>;
};

function Sample({ mode, colours: c, name, logos, logoHasName }: SampleProps) {
  const { say } = useSpeech();
  const logo = mode === 'dark' ? (logos?.dark ?? logos?.light) : logos?.light;
  return (
    <div class="look-sample" style={{ background: c['paper'], color: c['ink'], borderColor: c['line'] }}>
      <div class="look-masthead" style={{ background: c['accent'], color: c['onAccent'] }}>
        {logo !== undefined && <img src={logo} alt={logoHasName ? name : ''} />}
        {(logo === undefined || !logoHasName) && <strong>{name}</strong>}
      </div>
      <div class="look-panel" style={{ background: c['snow'] }}>
        <p>
          <strong>{say(words.sampleTitle)}</strong>
        </p>
        <p>{say(words.sampleText)}</p>
        <p style={{ color: c['inkSoft'] }}>{say(words.sampleSoft)}</p>
      </div>
      <p style={{ color: c['link'], textDecoration: 'underline' }}>{say(words.sampleLink)}</p>
      <p>
        <span class="look-button" style={{ background: c['action'], color: c['onAction'] }}>
          {say(words.sampleButton)}
        </span>
      </p>
    </div>
  );
}
