import { useEffect, useRef, useState } from 'preact/hooks';
import { useSpeech } from '../language/language.js';
import { useOpened } from '../opened/opened.js';
import { callWords } from './call.words.js';

interface ListenButtonProps {
  parts: readonly string[];
  /** BCP 47. The browser's voice of the same language is close enough to hear how the text is read. */
  voice: string;
}

/** Reads the call aloud in the browser. Hidden when the browser has no voice for the language. */
export function ListenButton({ parts, voice }: ListenButtonProps) {
  const { say } = useSpeech();
  const browserVoice = useBrowserVoice(voice);
  const { note } = useOpened();
  const [speaking, setSpeaking] = useState(false);
  const turn = useRef(0);
  useEffect(() => () => silence(), []);
  if (browserVoice === undefined) return null;
  const listen = (): void => {
    note('spoken');
    // Late reports of an earlier reading must be ignored.
    const now = ++turn.current;
    setSpeaking(!speaking);
    if (speaking) silence();
    else
      readAloud(
        speechSynthesis,
        parts.map((part) => utteranceOf(part, browserVoice)),
        () => {
          if (turn.current === now) setSpeaking(false);
        },
      );
  };
  return (
    <button type="button" class="button button-quiet" onClick={listen}>
      {say(speaking ? callWords.stop : callWords.listen)}
    </button>
  );
}

const utteranceOf = (part: string, voice: SpeechSynthesisVoice): SpeechSynthesisUtterance => {
  const utterance = new SpeechSynthesisUtterance(part);
  utterance.voice = voice;
  utterance.lang = voice.lang;
  return utterance;
};

/**
 * Reads aloud, and stops any current reading.
 *
 * @param onEnd called after the last part, or when a part is not read: another call was started, or the voice failed
 */
export function readAloud<U extends Pick<SpeechSynthesisUtterance, 'onend' | 'onerror'>>(
  speech: { cancel(): void; speak(utterance: U): void },
  utterances: readonly U[],
  onEnd: () => void,
): void {
  speech.cancel();
  utterances.forEach((utterance, at) => {
    utterance.onerror = onEnd;
    if (at === utterances.length - 1) utterance.onend = onEnd;
    speech.speak(utterance);
  });
}

const silence = (): void => {
  if ('speechSynthesis' in globalThis) speechSynthesis.cancel();
};

/** Browsers load their voices some time after the page. */
function useBrowserVoice(language: string): SpeechSynthesisVoice | undefined {
  const [voices, setVoices] = useState<readonly SpeechSynthesisVoice[]>([]);
  useEffect(() => {
    if (!('speechSynthesis' in globalThis)) return undefined;
    const load = (): void => setVoices(speechSynthesis.getVoices());
    load();
    speechSynthesis.addEventListener('voiceschanged', load);
    return () => speechSynthesis.removeEventListener('voiceschanged', load);
  }, []);
  return voiceFor(voices, language);
}

/**
 * A voice for exactly the given language tag, else one of the same language for another country, else none: never one
 * of another language.
 */
export function voiceFor<V extends { readonly lang: string }>(
  voices: readonly V[],
  language: string,
): V | undefined {
  const tag = (lang: string): string => lang.replace('_', '-').toLowerCase();
  const base = (lang: string): string => (tag(lang).split('-')[0] ?? '').replace(/^arb$/, 'ar');
  return (
    voices.find(({ lang }) => tag(lang) === tag(language)) ??
    voices.find(({ lang }) => base(lang) === base(language))
  );
}
