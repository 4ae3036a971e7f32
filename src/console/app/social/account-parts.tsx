import { messageLanguages } from '../../../kernel/language.js';
import { languageWording } from '../broadcasts/broadcast.words.js';
import { useSpeech } from '../language/language.js';
import { FieldFrame } from '../shell/field-frame.js';
import { words } from './social.words.js';

interface TokenFieldProps {
  label: string;
  hint: string;
  fault?: string | undefined;
  value: string;
  onInput: (token: string) => void;
}

/** It is not shown to who stands beside, and no browser offers to keep it. */
export const TokenField = ({ label, hint, fault, value, onInput }: TokenFieldProps) => (
  <FieldFrame label={label} hint={hint} fault={fault}>
    {(ties) => (
      <input
        {...ties}
        type="password"
        autocomplete="off"
        spellcheck={false}
        maxLength={2000}
        value={value}
        onInput={(event) => onInput(event.currentTarget.value)}
      />
    )}
  </FieldFrame>
);

interface LanguageAndStateProps {
  language: string;
  active: boolean;
  change: (patch: { language?: string; active?: boolean }) => void;
}

/** In which of the texts it posts, and whether it does. */
export function LanguageAndState({ language, active, change }: LanguageAndStateProps) {
  const { say } = useSpeech();
  const offered = messageLanguages.some((each) => each === language)
    ? messageLanguages
    : [language, ...messageLanguages];
  return (
    <>
      <FieldFrame label={say(words.language)} hint={say(words.languageHint)}>
        {(ties) => (
          <select
            {...ties}
            value={language}
            onChange={(event) => change({ language: event.currentTarget.value })}
          >
            {offered.map((each) => (
              <option key={each} value={each}>
                {say(languageWording(each))}
              </option>
            ))}
          </select>
        )}
      </FieldFrame>
      <label class="tick">
        <input type="checkbox" checked={active} onChange={() => change({ active: !active })} />
        <span>{say(words.active)}</span>
      </label>
    </>
  );
}
