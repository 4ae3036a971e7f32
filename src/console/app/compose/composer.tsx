import { useEffect, useRef, useState } from 'preact/hooks';
import type { Broadcast } from '../api/answers.js';
import { OtherAllClears } from '../contents/other-all-clears.js';
import { useSpeech } from '../language/language.js';
import { useSession } from '../session/session.js';
import { ExerciseBand } from '../shell/exercise-band.js';
import { PageTitle } from '../shell/page-title.js';
import { words } from './compose.words.js';
import { dropDraft } from './drop-draft.js';
import { FaultSummary } from './fault-summary.js';
import { allClearsBeside, asksIfItGoesOn, choosesWhom } from './form/follow-up.js';
import { Followed, WhoHadIt } from './follow-up/follow-up-steps.js';
import { titleWords } from '../contents/follow-up.words.js';
import type { ComposeForm } from './form/form.js';
import type { Change } from './form/form-change.js';
import { audienceFaults, messageFaults, nobodyReached, type FormFault } from './form/form-faults.js';
import type { KeptForm } from './form/kept-form.js';
import { OldForm } from './old-form.js';
import { Reach } from './reach/reach.js';
import { ReviewStep } from './review/review-step.js';
import { StartOver } from './start-over.js';
import { Steps } from './steps.js';
import { OtherWordings } from '../contents/other-wordings.js';
import { StillGoingOut } from '../contents/still-going-out.js';
import { publicationOf } from './form/publication.js';
import { reminderFaults } from './form/reminder.js';
import { refill } from './form/template-texts.js';
import { useDrawnIn } from './reach/use-drawn-in.js';
import { reachesNobody, useReach } from './reach/use-reach.js';
import { words as publishingWords } from './what/publishing.words.js';
import { WhatStep } from './what/what-step.js';
import { WhoStep } from './who/who-step.js';

interface ComposerProps {
  form: ComposeForm;
  /** The form to return to when the user starts over. */
  blank: ComposeForm;
  /** The broadcast that is edited; undefined for a new one. */
  broadcast?: Broadcast;
  /** The broadcast that this one follows. */
  original?: Broadcast;
  kept: KeptForm;
  /** Whether the form was kept from an earlier visit. */
  old: boolean;
}

/** The three steps of writing a broadcast, on one page. */
export function Composer({ form: start, blank, broadcast, original, kept, old }: ComposerProps) {
  const { say } = useSpeech();
  const [form, setForm] = useState(start);
  const [faults, setFaults] = useState<readonly FormFault[]>([]);
  /** What the API refused at the submission, until the next attempt. */
  const [refused, setRefused] = useState<readonly FormFault[]>([]);
  const [tries, setTries] = useState(0);
  const [isOld, setIsOld] = useState(old);
  const heading = useRef<HTMLHeadingElement>(null);
  const { step, exercise } = form;
  const { settings } = useSession();
  const municipality = settings?.municipality.name ?? '';
  const counts = step === 1 && choosesWhom(form);
  // The second step shows whose language has a text.
  const reached = useReach(form, step < 3 && choosesWhom(form));
  const publicByDefault = reached.preview?.publicByDefault;
  function messageFaultsOf(written: ComposeForm): FormFault[] {
    const { isPublished } = publicationOf(written, original, publicByDefault);
    const page = {
      publicUrl: settings?.publicUrl,
      isPublished,
      asksIfItGoesOn: asksIfItGoesOn(written, original),
    };
    return [messageFaults, reminderFaults].flatMap((of) => of(written, new Date(), municipality, page));
  }

  const change: Change = (patch) =>
    setForm((now) => ({
      ...now,
      begunAt: now.begunAt ?? new Date().toISOString(),
      ...(typeof patch === 'function' ? patch(now) : patch),
    }));
  useDrawnIn(form, change, municipality);
  useEffect(() => {
    // An untouched form is not kept.
    if (form === blank) kept.forget();
    else kept.write(form);
    // Removes faults that have been corrected. Adds none while the user is still writing.
    setFaults((before) => {
      if (before.length === 0) return before;
      const now = [...audienceFaults(form), ...messageFaultsOf(form)];
      return now.filter(({ field }) => before.some((fault) => fault.field === field));
    });
  }, [form, kept]);

  /** Going forward requires all earlier steps to be valid. Going back never does. */
  function go(to: ComposeForm['step']): void {
    const found = to > 1 ? audienceFaults(form) : [];
    if (to > 1 && found.length === 0 && counts && !form.webOnly && reachesNobody(reached))
      found.push(nobodyReached(form));
    const more = to > 2 && found.length === 0 ? messageFaultsOf(form) : [];
    setFaults([...found, ...more]);
    setRefused([]);
    setTries((n) => n + 1);
    const furthest = found.length > 0 ? 1 : more.length > 0 ? 2 : to;
    if (furthest !== step) {
      setIsOld(false);
      // The place may have changed since the text was begun.
      change((now) => ({ step: furthest, ...(furthest > 1 ? refill(now, municipality) : {}) }));
      scrollTo(0, 0);
      setTimeout(() => heading.current?.focus({ preventScroll: true }));
    }
  }

  function showRefused(found: readonly FormFault[]): void {
    setRefused(found);
    setTries((n) => n + 1);
    change({ step: 2 });
    scrollTo(0, 0);
  }

  function startOver(): void {
    // The draft that the review step saved is abandoned.
    if (!broadcast && form.id !== undefined) void dropDraft(form.id);
    kept.forget();
    setFaults([]);
    setRefused([]);
    setIsOld(false);
    setForm(blank);
    scrollTo(0, 0);
  }

  const shown = [...faults, ...refused];
  const title = form.follows ? titleWords[form.follows.relation] : words.title;
  const titles = { 1: words.who, 2: words.what, 3: words.review } as const;
  return (
    <div class={exercise ? 'compose is-exercise' : 'compose'}>
      {exercise && <ExerciseBand />}
      <div class="title-row">
        <PageTitle title={say(broadcast ? words.change : title)} />
        {!broadcast && !isOld && <StartOver hasDraft={form.id !== undefined} onSure={startOver} />}
      </div>
      {isOld && <OldForm form={form} onGoOn={() => setIsOld(false)} onStartOver={startOver} />}
      {original && <Followed original={original} />}
      {/* The review step loads the current ones itself. */}
      {original && step < 3 && <OtherAllClears others={allClearsBeside(form, original)} />}
      {original && step < 3 && <StillGoingOut relation={form.follows?.relation} alert={original} />}
      {original && step < 3 && <OtherWordings relation={form.follows?.relation} alert={original} />}
      {broadcast?.state === 'pending-approval' && <p class="note">{say(words.submittedAlready)}</p>}
      {broadcast?.state === 'returned' && broadcast.decisionNote && (
        <p class="note">
          {say(words.returnedNote, { name: broadcast.decidedBy?.name ?? '', note: broadcast.decisionNote })}
        </p>
      )}
      <Steps step={step} onStep={go} />
      <FaultSummary faults={shown} tries={tries} />
      <section class="step" aria-labelledby="step-title">
        <h2 id="step-title" ref={heading} tabIndex={-1}>
          {say(titles[step])}
        </h2>
        {step === 1 &&
          (choosesWhom(form) ? <WhoStep form={form} change={change} reached={reached} /> : <WhoHadIt />)}
        {step === 2 && (
          <WhatStep
            form={form}
            original={original}
            change={change}
            faults={shown}
            languages={reached.preview?.languages}
            publicByDefault={publicByDefault}
          />
        )}
        {step === 3 && (
          <ReviewStep form={form} change={change} onSubmitted={() => kept.forget()} onFaults={showRefused} />
        )}
      </section>
      <div class="step-bar">
        {counts && form.webOnly && <p class="hint">{say(publishingWords.nobodysPhone)}</p>}
        {counts && !form.webOnly && <Reach reached={reached} onlyNew={form.follows !== undefined} />}
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
    </div>
  );
}
