import { useEffect, useRef, useState } from 'preact/hooks';
import type { Broadcast, Pace } from '../../api/answers.js';
import { ProgressBar } from '../../broadcasts/progress-bar.js';
import { StoppedSenders } from '../../broadcasts/stopped-senders.js';
import { stateWords } from '../../broadcasts/broadcast.words.js';
import { useSpeech } from '../../language/language.js';
import { worthSaying, type Said } from './announcing.js';
import { words } from '../broadcast-page.words.js';
import { Controls } from './controls.js';
import { OnWeb } from './on-web.js';
import { numberOf } from '../report/report.js';
import { words as reportWords } from '../report/report.words.js';

interface ProgressPanelProps {
  broadcast: Broadcast;
  onChanged: (broadcast: Broadcast) => void;
}

/** The progress of a broadcast, with controls to pause or cancel it. */
export function ProgressPanel({ broadcast, onChanged }: ProgressPanelProps) {
  const { say } = useSpeech();
  const { webOnly } = broadcast;
  return (
    <>
      {broadcast.percent < 100 && !webOnly && <StoppedSenders />}
      <section aria-labelledby="progress-title" class="card card-first">
        <h2 id="progress-title">
          {say(words.progress)}: {say(stateWords[broadcast.state]).toLowerCase()}
        </h2>
        {/* 100 % on a cancelled broadcast would suggest that all went well. */}
        {broadcast.state !== 'cancelled' && !webOnly && (
          <ProgressBar percent={broadcast.percent} label={say(words.progressOf)} />
        )}
        {webOnly ? <OnWeb broadcast={broadcast} /> : <Announcer broadcast={broadcast} />}
        {!webOnly && broadcast.pace && <PaceLine pace={broadcast.pace} />}
        <Controls broadcast={broadcast} onChanged={onChanged} />
      </section>
    </>
  );
}

/** The speed, and the estimated end. Not announced to screen readers: it changes every second. */
function PaceLine({ pace: { perMinute, secondsLeft } }: { pace: Pace }) {
  const { say, format } = useSpeech();
  if (perMinute === 0) return <p>{say(reportWords.stands)}</p>;
  const end = secondsLeft === undefined ? undefined : new Date(Date.now() + secondsLeft * 1000);
  return (
    <p>
      {end !== undefined && secondsLeft !== undefined && (
        <strong>
          {say(reportWords.left, {
            duration: format.duration(secondsLeft),
            moment: format.moment(end.toISOString()),
          })}
        </strong>
      )}{' '}
      {say(reportWords.rate, { n: format.number(perMinute) })}
    </p>
  );
}

/** A sentence about the progress. A screen reader hears it only at changes worth announcing. */
function Announcer({ broadcast }: { broadcast: Broadcast }) {
  const { say, format } = useSpeech();
  const { state, percent, report } = broadcast;
  const said = useRef<Said>(undefined);
  const [spoken, setSpoken] = useState('');
  const figures = {
    percent: format.number(Math.floor(percent)),
    delivered: format.number(numberOf(report, 'delivered')),
    planned: format.number(numberOf(report, 'planned')),
    cancelled: format.number(numberOf(report, 'cancelled')),
  };
  const sentence =
    state === 'paused'
      ? say(reportWords.paused, figures)
      : state === 'cancelled'
        ? say(reportWords.stopped, figures)
        : say(state === 'completed' && percent >= 100 ? reportWords.done : reportWords.summary, figures);
  useEffect(() => {
    const next = worthSaying(said.current, { state, percent: percent });
    if (!next) return;
    // The first sentence is read with the page, so it is not announced.
    if (said.current) setSpoken(sentence);
    said.current = next;
  }, [state, percent, sentence]);
  return (
    <>
      <p class="unseen" role="status">
        {spoken}
      </p>
      <p>{sentence}</p>
    </>
  );
}
