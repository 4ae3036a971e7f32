import type { ComponentChildren } from 'preact';
import type { TextMarks } from '../../../../messages/marked-text.js';
import { CallMeter } from '../../call/call-meter.js';
import { directionOf, languageWording } from '../../broadcasts/broadcast.words.js';
import { useSpeech } from '../../language/language.js';
import { whatWords } from '../compose.words.js';
import type { ChosenTemplate } from '../form/chosen-template.js';
import type { TextForm } from '../form/form.js';
import type { FormFault } from '../form/form-faults.js';
import { PutInGaps } from './put-in-gaps.js';
import { templateWords } from './template.words.js';
import type { Reviewed } from '../checklist/use-review.js';
import { TextReview } from './text-review.js';
import { TextMeter } from './text-meter.js';

interface TextEditorProps {
  id: string;
  text: TextForm;
  /** Whether it is the only text: then its language is not shown. */
  alone: boolean;
  marks: TextMarks;
  fault: FormFault | undefined;
  /** For a language that the template lacks: the template, and the language that is translated from. */
  translation?: { readonly template: ChosenTemplate; readonly first: string };
  voiceFault: FormFault | undefined;
  /** The language that landlines hear when no voice reads this one. */
  spokenInstead: string | undefined;
  /** Whether there is only a page: then no phone gets a text. */
  webOnly: boolean;
  /** The fields of its page, if it may have one. */
  page: ComponentChildren;
  /** Undefined until the API has reviewed the text. */
  reviewed: Reviewed | undefined;
  onWrite: (sms: string) => void;
  onVoice: (voice: string | undefined) => void;
  /** For a translation: who has read it, and how to change that. */
  readers?: { readonly name: string; readonly onName: (name: string) => void };
  onRemove: (() => void) | undefined;
}

/** The editor of one language's message: the text, its cost, and optional texts for voice and for its page. */
export function TextEditor(props: TextEditorProps) {
  const {
    id,
    text,
    alone,
    marks,
    fault,
    voiceFault,
    spokenInstead,
    reviewed,
    translation,
    readers,
    webOnly,
    page,
    onWrite,
    onVoice,
    onRemove,
  } = props;
  const { say } = useSpeech();
  const { language, sms, voice } = text;
  const ownVoice = voice !== undefined;
  const written = translation?.template.own[language] ?? sms;
  const named = say(languageWording(language)).toLowerCase();
  return (
    <div class="text-editor">
      {!webOnly && (
        <>
          <div class={fault ? 'field field-fault' : 'field'}>
            <label for={id}>{alone ? say(whatWords.text) : say(whatWords.textIn, { language: named })}</label>
            <p class="hint" id={`${id}-hint`}>
              {marks.topicOf === undefined
                ? say(whatWords.textHint)
                : say(whatWords.textHintTopic, { municipality: marks.topicOf })}
            </p>
            {fault && (
              <p class="fault" id={`${id}-fault`}>
                {say(fault.wording, fault.values)}
              </p>
            )}
            <textarea
              id={id}
              rows={6}
              lang={language}
              dir={directionOf(language)}
              value={written}
              aria-invalid={fault ? true : undefined}
              aria-describedby={`${id}-hint ${fault ? `${id}-fault` : ''} ${id}-meter`}
              onInput={(event) => onWrite(event.currentTarget.value)}
            />
            {translation && <PutInGaps {...translation} written={written} textarea={id} onWrite={onWrite} />}
            {written !== sms && (
              <p class="hint" lang={language} dir={directionOf(language)}>
                {say(templateWords.becomes, { text: sms })}
              </p>
            )}
            <TextMeter id={`${id}-meter`} written={sms} purpose={{ language, ...marks }} />
            {reviewed && <TextReview reviewed={reviewed} />}
          </div>
          {marks.topicOf === undefined && (
            <>
              <label class="tick">
                <input
                  type="checkbox"
                  checked={ownVoice}
                  onChange={() => {
                    onVoice(ownVoice ? undefined : sms);
                  }}
                />
                <span>{say(whatWords.ownVoice)}</span>
              </label>
              {ownVoice && (
                <div class={voiceFault ? 'field field-fault' : 'field'}>
                  <label for={`${id}-voice`}>{say(whatWords.voice)}</label>
                  <p class="hint" id={`${id}-voice-hint`}>
                    {say(whatWords.voiceHint)}
                  </p>
                  {voiceFault && (
                    <p class="fault" id={`${id}-voice-fault`}>
                      {say(voiceFault.wording, voiceFault.values)}
                    </p>
                  )}
                  <textarea
                    id={`${id}-voice`}
                    rows={4}
                    lang={language}
                    dir={directionOf(language)}
                    value={voice}
                    aria-invalid={voiceFault ? true : undefined}
                    aria-describedby={`${id}-voice-hint ${voiceFault ? `${id}-voice-fault` : ''}`}
                    onInput={(event) => onVoice(event.currentTarget.value)}
                  />
                </div>
              )}
              <CallMeter
                language={language}
                text={voice?.trim() ? voice : sms}
                exercise={marks.exercise}
                instead={spokenInstead}
              />
            </>
          )}
        </>
      )}
      {page}
      {readers && (
        <div class="field">
          <label for={`${id}-read-by`}>{say(templateWords.readBy)}</label>
          <p class="hint" id={`${id}-read-by-hint`}>
            {say(templateWords.readByHint)}
          </p>
          <input
            id={`${id}-read-by`}
            type="text"
            autocomplete="off"
            maxLength={120}
            aria-describedby={`${id}-read-by-hint`}
            value={readers.name}
            onInput={(event) => readers.onName(event.currentTarget.value)}
          />
        </div>
      )}
      {onRemove && (
        <button type="button" class="button button-plain" onClick={onRemove}>
          {say(whatWords.removeLanguage, { language: named })}
        </button>
      )}
    </div>
  );
}
