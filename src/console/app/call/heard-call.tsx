import type { Call } from '../api/answers.js';
import { directionOf, languageWording } from '../broadcasts/broadcast.words.js';
import { useSpeech } from '../language/language.js';
import { callWords } from './call.words.js';
import { ListenButton } from './listen-button.js';

interface HeardCallProps {
  /** The language of the written text. */
  language: string;
  /** Null when no voice can read any of the texts. */
  call: Call | null;
  /** While the texts are written: the language that landlines hear when no voice reads this one. */
  instead?: string | undefined;
}

/** The whole call as a landline hears it, with the words around the message, and which texts no voice can read. */
export function HeardCall({ language, call, instead }: HeardCallProps) {
  const { say } = useSpeech();
  const named = (code: string): string => say(languageWording(code)).toLowerCase();
  const other = call === null ? instead : call.language;
  if (other !== undefined && other !== language)
    return (
      <p class="meter-warning">
        {say(callWords.otherLanguage, { language: named(language), other: named(other) })}
      </p>
    );
  if (call === null)
    return <p class="meter-warning">{say(callWords.unreadable, { language: named(language) })}</p>;
  return (
    <>
      <p class="received-from">{say(callWords.heard)}</p>
      <blockquote class="bubble bubble-voice" lang={call.language} dir={directionOf(call.language)}>
        {call.parts.join('\n')}
      </blockquote>
      <ListenButton parts={call.parts} voice={call.voice} />
    </>
  );
}
