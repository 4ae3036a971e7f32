import { useSpeech } from '../language/language.js';

/** The progress of a broadcast, as a bar and in figures. */
export function ProgressBar({ percent, label }: { percent: number; label: string }) {
  const { format } = useSpeech();
  const whole = percent >= 100 ? 100 : Math.min(99, Math.floor(percent));
  return (
    <span class="progress">
      <progress max={100} value={percent} aria-label={label} />
      <span class="progress-figure" aria-hidden="true">
        {format.number(whole)} %
      </span>
    </span>
  );
}
