import { useEffect, useRef, useState } from 'preact/hooks';
import type { Broadcast } from '../api/contract.js';
import { OtherAllClears } from '../broadcast/other-all-clears.js';
import { useSpeech } from '../language/language.js';
import { useSession } from '../session/session.js';
import { ExerciseBand } from '../shell/exercise-band.js';
import { PageTitle } from '../shell/page-title.js';
import { words } from './compose.words.js';
import { FaultSummary } from './fault-summary.js';
import { allClearsBeside, choosesWhom } from './follow-up.js';
import { Followed, WhoHadIt } from './follow-up-steps.js';
import { titleWords } from './follow-up.words.js';
import type { ComposeForm } from './form.js';
import { audienceFaults, messageFaults, type FormFault } from './form-faults.js';
import type { KeptForm } from './kept-form.js';
import { ReviewStep } from './review-step.js';
import { StartOver } from './start-over.js';
import { Steps } from './steps.js';
import { WhatStep } from './what-step.js';
import { WhoStep } from './who-step.js';

interface ComposerProps {
  form: ComposeForm;
  /** What it goes back to when one starts over. */
  blank: ComposeForm;
  /** The one that is changed, if it is not a new one. */
  broadcast?: Broadcast;
  /** The one that it follows. */
  original?: Broadcast;
  kept: KeptForm;
}

type Patch = Partial<ComposeForm>;

/** A change of the form; as a function where it must build on the newest form, e.g. after waiting for an answer. */
export type Change = (patch: Patch | ((now: ComposeForm) => Patch)) => void;

/** The three steps of a broadcast, on one page. */
export function Composer({ form: start, blank, broadcast, original, kept }: ComposerProps) {
  const { say } = useSpeech();
  const [form, setForm] = useState(start);
  const [faults, setFaults] = useState<readonly FormFault[]>([]);
  const [tries, setTries] = useState(0);
  const heading = useRef<HTMLHeadingElement>(null);
  const { step, exercise } = form;
  const { settings } = useSession();
  const messageFaultsOf = (written: ComposeForm) =>
    messageFaults(written, new Date(), settings?.municipality.name ?? '');

  const change: Change = (patch) =>
    setForm((now) => ({ ...now, ...(typeof patch === 'function' ? patch(now) : patch) }));
  useEffect(() => {
    kept.write(form);
    // What has been put right goes; nothing new is complained of while somebody still writes.
    setFaults((before) => {
      if (before.length === 0) return before;
      const now = [...audienceFaults(form), ...messageFaultsOf(form)];
      return now.filter(({ field }) => before.some((fault) => fault.field === field));
    });
  }, [form, kept]);

  /** Going on needs all before it in order; going back never does. */
  function go(to: ComposeForm['step']): void {
    const found = to > 1 ? audienceFaults(form) : [];
    const more = to > 2 && found.length === 0 ? messageFaultsOf(form) : [];
    setFaults([...found, ...more]);
    setTries((n) => n + 1);
    const reached = found.length > 0 ? 1 : more.length > 0 ? 2 : to;
    if (reached !== step) {
      change({ step: reached });
      scrollTo(0, 0);
      setTimeout(() => heading.current?.focus({ preventScroll: true }));
    }
  }

  function startOver(): void {
    kept.forget();
    setFaults([]);
    setForm(blank);
    scrollTo(0, 0);
  }

  const title = form.follows ? titleWords[form.follows.relation] : words.title;
  const titles = { 1: words.who, 2: words.what, 3: words.review } as const;
  return (
    <div class={exercise ? 'compose is-exercise' : 'compose'}>
      {exercise && <ExerciseBand />}
      <div class="title-row">
        <PageTitle title={say(broadcast ? words.change : title)} />
        {!broadcast && <StartOver onSure={startOver} />}
      </div>
      {original && <Followed original={original} />}
      {/* The review knows of those written meanwhile. */}
      {original && step < 3 && <OtherAllClears others={allClearsBeside(form, original)} />}
      {broadcast?.state === 'pending-approval' && <p class="note">{say(words.submittedAlready)}</p>}
      {broadcast?.state === 'returned' && broadcast.decisionNote && (
        <p class="note">
          {say(words.returnedNote, { name: broadcast.decidedBy?.name ?? '', note: broadcast.decisionNote })}
        </p>
      )}
      <Steps step={step} onStep={go} />
      <FaultSummary faults={faults} tries={tries} />
      <section class="step" aria-labelledby="step-title">
        <h2 id="step-title" ref={heading} tabIndex={-1}>
          {say(titles[step])}
        </h2>
        {step === 1 && (choosesWhom(form) ? <WhoStep form={form} change={change} /> : <WhoHadIt />)}
        {step === 2 && <WhatStep form={form} original={original} change={change} faults={faults} />}
        {step === 3 && <ReviewStep form={form} change={change} onSubmitted={() => kept.forget()} />}
      </section>
      <div class="buttons step-buttons">
        {step < 3 && (
          <button type="button" class="button button-main" onClick={() => go(step === 1 ? 2 : 3)}>
            {say(step === 1 ? words.next : words.toReview)}
          </button>
        )}
        {step > 1 && (
          <button type="button" class="button button-quiet" onClick={() => go(step === 3 ? 2 : 1)}>
            {say(words.back)}
          </button>
        )}
      </div>
    </div>
  );
}
