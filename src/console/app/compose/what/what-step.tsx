import type { Broadcast, Preview } from '../../api/answers.js';
import { lanes } from '../../../../kernel/lanes.js';
import { channelChoices } from '../../../../kernel/channel-choice.js';
import {
  channelExplained,
  channelWords,
  laneExplained,
  laneWords,
} from '../../broadcasts/broadcast.words.js';
import { LanguageShares } from '../../contents/language-shares.js';
import { useSpeech } from '../../language/language.js';
import { useSession } from '../../session/session.js';
import { Choices } from '../../shell/choices.js';
import { AddLanguage } from './add-language.js';
import { whatWords } from '../compose.words.js';
import type { Change } from '../form/form-change.js';
import { Checklist } from '../checklist/checklist.js';
import { EventChoice } from '../checklist/event-choice.js';
import { LanguageTexts } from './language-texts.js';
import { useReview } from '../checklist/use-review.js';
import { ExpiryChoice } from './expiry-choice.js';
import { asksIfItGoesOn, choosesWhat, choosesWhom } from '../form/follow-up.js';
import { sharesOf } from '../reach/shares-of.js';
import { SaidBefore, SameText } from '../follow-up/follow-up-steps.js';
import { GoesOnChoice } from '../follow-up/goes-on-choice.js';
import { OwnText } from '../follow-up/own-text.js';
import { marksOf, type ComposeForm } from '../form/form.js';
import { goesOnField, type FormFault } from '../form/form-faults.js';
import { publicationOf } from '../form/publication.js';
import { goesWithAlert, mayWait } from '../form/start.js';
import { PostsChoice } from './posts-choice.js';
import { PublishingChoice } from './publishing-choice.js';
import { ReminderChoice } from './reminder-choice.js';
import { StartChoice } from './start-choice.js';
import { TemplateChoice } from './template-choice.js';
import { TemplateGaps } from './template-gaps.js';

interface WhatStepProps {
  form: ComposeForm;
  /** The broadcast that it follows. */
  original: Broadcast | undefined;
  change: Change;
  faults: readonly FormFault[];
  /** Of the phones that it reaches, as far as they are counted. */
  languages?: Preview['languages'] | undefined;
  /** Whether what goes to this audience is published if nobody says; undefined while that is not known. */
  publicByDefault?: boolean | undefined;
}

/** The second step: the text, its urgency, its expiry, and whether it is an exercise. */
export function WhatStep(props: WhatStepProps) {
  const { form, original, change, faults } = props;
  const { settings } = useSession();
  const municipality = settings?.municipality.name ?? '';
  return (
    <>
      {choosesWhat(form) ? (
        <Message {...props} />
      ) : form.filled ? (
        <OwnText form={form} change={change} faults={faults} municipality={municipality} />
      ) : (
        original && <SameText original={original} />
      )}
      {mayWait(form) && (
        <StartChoice
          mustWait={goesWithAlert(form, original)}
          start={form.start}
          fault={faults.find(({ field }) => field === 'start-at')}
          onChoose={(start) => change({ start })}
        />
      )}
      <ReminderChoice form={form} change={change} faults={faults} municipality={municipality} />
      <ExpiryChoice
        expiry={form.expiry}
        fault={faults.find(({ field }) => field === 'expiry-at')}
        onChoose={(expiry) => change({ expiry })}
      />
    </>
  );
}

function Message({ form, original, change, faults, languages, publicByDefault }: WhatStepProps) {
  const { say } = useSpeech();
  const { settings } = useSession();
  const isTopic = form.audienceKind === 'topic';
  const municipality = settings?.municipality.name ?? '';
  const marks = marksOf(form, municipality, settings?.publicUrl);
  const publication = publicationOf(form, original, publicByDefault);
  const { isPublished } = publication;
  const webOnly = form.webOnly === true && isPublished !== false;
  const reviewed = useReview(form, isPublished);
  const faultOf = (field: string) => faults.find((fault) => fault.field === field);
  return (
    <>
      {/* A follow-up of an exercise is always an exercise. */}
      {!form.follows && (
        <label class="tick tick-exercise">
          <input
            type="checkbox"
            checked={form.exercise}
            aria-describedby="exercise-hint"
            onChange={() => change({ exercise: !form.exercise })}
          />
          <span>
            {say(whatWords.exercise)}
            <span class="hint" id="exercise-hint">
              {say(whatWords.exerciseHint)}
            </span>
          </span>
        </label>
      )}
      {original && asksIfItGoesOn(form, original) && (
        <GoesOnChoice form={form} original={original} change={change} fault={faultOf(goesOnField)} />
      )}
      {original && <SaidBefore original={original} form={form} change={change} municipality={municipality} />}
      <TemplateChoice form={form} change={change} municipality={municipality} />
      <TemplateGaps
        form={form}
        language={form.texts[0]!.language}
        change={change}
        municipality={municipality}
      />
      <EventChoice form={form} change={change} fault={faultOf('page')} />
      <div class="text-and-checklist">
        <div>
          <LanguageTexts
            form={form}
            change={change}
            marks={marks}
            municipality={municipality}
            faultOf={faultOf}
            reviewed={reviewed}
            page={{ isPossible: isPublished !== false, isAlone: webOnly }}
          />
          <AddLanguage form={form} change={change} />
          {languages && settings && !webOnly && (
            <LanguageShares languages={languages} shares={sharesOf(form, languages, settings)} />
          )}
        </div>
        <Checklist
          form={form}
          original={original}
          reviewed={reviewed}
          isPublished={isPublished}
          change={change}
          faults={faults}
        />
      </div>
      <PublishingChoice form={form} publication={publication} marks={marks} change={change} />
      {isPublished === true && <PostsChoice form={form} change={change} />}
      <Choices
        legend={say(whatWords.lane)}
        value={form.lane}
        choices={lanes.map((value) => ({
          value,
          label: say(laneWords[value]),
          detail: say(laneExplained[value]),
          look: `lane-${value}`,
        }))}
        onChoose={(lane) => change({ lane, laneChosen: true })}
      />
      {!isTopic && !webOnly && choosesWhom(form) && (
        <Choices
          legend={say(whatWords.channels)}
          value={form.channels}
          choices={channelChoices.map((value) => ({
            value,
            label: say(channelWords[value]),
            detail: say(channelExplained[value]),
          }))}
          onChoose={(chosen) => change({ channels: chosen })}
        />
      )}
    </>
  );
}
