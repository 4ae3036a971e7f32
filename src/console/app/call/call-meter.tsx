import type { Call, Measured } from '../api/answers.js';
import { useQuery } from '../api/use-query.js';
import { useSpeech } from '../language/language.js';
import { useSettled } from '../shell/use-settled.js';
import { callWords } from './call.words.js';
import { HeardCall } from './heard-call.js';

/** Debounce before the call is requested, in milliseconds. */
const pause = 600;

interface CallMeterProps {
  language: string;
  /** What the call says: the voice text, or the SMS when there is none. */
  text: string;
  exercise: boolean;
  /** The language that landlines hear when no voice reads this one. */
  instead: string | undefined;
}

/** How well a text fits in a call while it is written, counted as spoken, and the whole call in words. */
export function CallMeter({ language, text, exercise, instead }: CallMeterProps) {
  const { say } = useSpeech();
  const heard = useCall(language, text, exercise);
  if (heard === undefined) return null;
  return (
    <div class="meter">
      {heard && <CallSpace call={heard} />}
      {heard === null ? (
        <HeardCall language={language} call={heard} instead={instead} />
      ) : (
        <details>
          <summary>{say(callWords.whole)}</summary>
          <HeardCall language={language} call={heard} />
        </details>
      )}
    </div>
  );
}

function CallSpace({ call: { characters, most } }: { call: Call }) {
  const { say, format } = useSpeech();
  return characters > most ? (
    <p class="meter-warning" role="status">
      {say(callWords.over, { over: format.number(characters - most) })}
    </p>
  ) : (
    <p>{say(callWords.left, { left: format.number(most - characters) })}</p>
  );
}

/** Undefined until it is known. If the request fails it stays unknown: saving refuses a text that does not fit. */
function useCall(language: string, text: string, exercise: boolean): Call | null | undefined {
  const asked = text.trim() === '' ? undefined : JSON.stringify({ text, language, exercise });
  const settled = useSettled(asked, pause);
  const { data } = useQuery<Measured>(settled && '/measure', {
    body: settled === undefined ? undefined : (JSON.parse(settled) as object),
    keepsBefore: true,
  });
  return data?.call;
}
