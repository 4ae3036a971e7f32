import { useSpeech } from '../../language/language.js';
import { useSettled } from '../../shell/use-settled.js';
import { whatWords } from '../compose.words.js';
import { counted } from '../../contents/counted.words.js';
import { textCost, type TextPurpose } from '../form/text-cost.js';

/** Debounce before a screen reader announces the parts, so that it does not do so for every letter; milliseconds. */
const pause = 1_200;

interface TextMeterProps {
  id: string;
  written: string;
  purpose: TextPurpose;
}

/** Shows the length of the text as SMS while it is written, and what makes it expensive. */
export function TextMeter({ id, written, purpose }: TextMeterProps) {
  const { say, count, format } = useSpeech();
  const cost = textCost(written, purpose);
  const { encoding, segments, charactersLeft, offending, extraSegments, segmentsWithoutOffending } = cost;
  const parts = count(segments, counted.parts);
  const spoken = useSettled(segments === 0 ? undefined : parts, pause);
  const full = encoding === 'GSM-7' ? (segments > 1 ? 153 : 160) : segments > 1 ? 67 : 70;
  const letters = offending.map(({ character }) => character).join(' ');
  return (
    <div class="meter" id={id}>
      <span class={cost.tooLong ? 'meter-bar meter-over' : 'meter-bar'} aria-hidden="true">
        <span
          style={{ inlineSize: `${segments === 0 ? 0 : Math.round(100 * (1 - charactersLeft / full))}%` }}
        />
      </span>
      <p>
        {say(whatWords.left, { parts, left: format.number(segments === 0 ? 160 : charactersLeft) })}
        <span class="meter-encoding"> · {say(whatWords.encoding, { encoding })}</span>
      </p>
      {offending.length > 0 && (
        <p class="meter-warning">
          {say(extraSegments > 0 ? whatWords.costly : whatWords.costlyFree, {
            letters,
            segments,
            without: segmentsWithoutOffending,
          })}
        </p>
      )}
      <p class="unseen" role="status">
        {spoken}
      </p>
    </div>
  );
}
