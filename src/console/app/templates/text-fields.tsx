import { useId } from 'preact/hooks';
import { longestHeadline, longestWebText } from '../../../messages/web-text.js';
import { fillWithExamples } from '../../../messages/fill-with-examples.js';
import { directionOf, languageWording } from '../broadcasts/broadcast.words.js';
import { TextMeter } from '../compose/what/text-meter.js';
import { useSpeech } from '../language/language.js';
import type { FormPlaceholder, FormText } from './template-form.js';
import { words } from './templates.words.js';

interface TextFieldsProps {
  text: FormText;
  placeholders: readonly FormPlaceholder[];
  exercise: boolean;
  readOnly: boolean;
  onWrite: (text: FormText) => void;
}

/** The texts of one language, with the length of the SMS while it is written. */
export function TextFields({ text, placeholders, exercise, readOnly, onWrite }: TextFieldsProps) {
  const { say } = useSpeech();
  const id = useId();
  const { language } = text;
  const named = say(languageWording(language)).toLowerCase();
  const area = (channel: 'sms' | 'voice' | 'web', rows: number, describedBy?: string) => (
    <textarea
      id={`${id}-${channel}`}
      rows={rows}
      lang={language}
      dir={directionOf(language)}
      readOnly={readOnly}
      maxLength={channel === 'web' ? longestWebText : undefined}
      value={text[channel]}
      aria-describedby={describedBy}
      onInput={(event) => onWrite({ ...text, [channel]: event.currentTarget.value })}
    />
  );
  return (
    <>
      <div class="field">
        <label for={`${id}-sms`}>{say(words.sms, { language: named })}</label>
        <p class="hint" id={`${id}-hint`}>
          {say(words.smsHint)}
        </p>
        {area('sms', 7, `${id}-hint ${id}-meter`)}
        <TextMeter
          id={`${id}-meter`}
          written={fillWithExamples(text.sms, placeholders, language)}
          purpose={{ language, exercise }}
        />
      </div>
      {(!readOnly || text.voice) && (
        <div class="field">
          <label for={`${id}-voice`}>{say(words.voice)}</label>
          {area('voice', 4)}
        </div>
      )}
      {(!readOnly || text.headline) && (
        <div class="field">
          <label for={`${id}-headline`}>{say(words.headline)}</label>
          <p class="hint" id={`${id}-headline-hint`}>
            {say(words.headlineHint)}
          </p>
          <input
            id={`${id}-headline`}
            type="text"
            lang={language}
            dir={directionOf(language)}
            autocomplete="off"
            maxLength={longestHeadline}
            readOnly={readOnly}
            value={text.headline}
            aria-describedby={`${id}-headline-hint`}
            onInput={(event) => onWrite({ ...text, headline: event.currentTarget.value })}
          />
        </div>
      )}
      {(!readOnly || text.web) && (
        <div class="field">
          <label for={`${id}-web`}>{say(words.web)}</label>
          {area('web', 8)}
        </div>
      )}
    </>
  );
}
