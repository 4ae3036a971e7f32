import { z } from 'zod';
import { AudienceAnswer } from '../audiences/audience-answers.js';
import { PreviewAnswer } from '../audiences/preview-answers.js';
import { lanes } from '../kernel/lanes.js';
import { pointIds, requirements } from '../messages/checklist/points.js';
import { settlements } from '../messages/checklist/settle-points.js';
import { ApprovalAnswer } from './approvers/approval-answers.js';
import { actions, shownActs, states } from './broadcast.js';
import { relations } from '../kernel/relations.js';
import { carriedFields } from './carried-fields.js';
import { CallAnswer } from './call/call-answers.js';
import { AccountAnswer, PaceAnswer, PercentAnswer, ReportAnswer } from './report-answers.js';

const count = z.number().int().min(0);
const Moment = z.iso.datetime();
const Person = z.strictObject({ id: z.uuid(), name: z.string() });
/** A broadcast in a list. */
export const BroadcastSummaryAnswer = z.strictObject({
  id: z.uuid(),
  kind: z.enum(['alert', 'topic']),
  state: z.enum(states),
  lane: z.enum(lanes),
  ...carriedFields,
  audienceName: z.string(),
  excerpt: z.string().meta({ description: 'How the first text begins' }),
  createdAt: Moment,
  createdBy: Person.optional(),
  startsAt: Moment.optional().meta({
    description: 'When its sending begins, or was to begin; left out if as soon as it is approved',
  }),
  heldUntil: Moment.optional().meta({
    description:
      'When the hours of its topic begin: it was approved outside them, or its time came outside them. It starts then',
  }),
  expiresAt: Moment,
  planned: count.optional().meta({ description: 'Phones, once it was approved' }),
  percent: PercentAnswer,
  follows: z
    .strictObject({ id: z.uuid(), relation: z.enum(relations), root: z.uuid() })
    .optional()
    .meta({
      description:
        'The broadcast that this one extends, updates, corrects or calls off, and the first of them all',
    }),
});

const TextAnswer = z.strictObject({
  language: z.string(),
  sms: z.string(),
  voice: z.string().optional(),
  headline: z.string().optional(),
  web: z.string().optional(),
  encoding: z.enum(['GSM-7', 'UCS-2']),
  units: count,
  segments: count,
  spoken: z.string().optional().meta({ description: 'The message that a landline of the language hears' }),
  call: CallAnswer.nullish().meta({
    description: 'The whole call of an alert; null when no voice can read any of the texts',
  }),
});

const Wording = z.strictObject({ sv: z.string(), en: z.string() });
const ChecklistPointAnswer = z.strictObject({
  id: z.enum(pointIds),
  label: Wording,
  source: Wording.meta({ description: 'Who asks for the point' }),
  requirement: z.enum(requirements),
  how: z.enum(settlements).meta({
    description:
      'How it is met: `found` by words in the text, as the writer says, `in-first` by the alert that it follows, or `open`',
  }),
  reason: z.string().optional().meta({ description: 'Why it is waived' }),
  foundIn: z
    .array(z.string())
    .meta({ description: 'The languages whose texts say it, as far as words tell' }),
  missingIn: z.array(z.string()).meta({ description: 'The languages whose texts don’t' }),
  unspokenIn: z.array(z.string()).meta({
    description:
      'The languages whose SMS says it and whose own text for calls does not, as far as words tell. It is only pointed out',
  }),
});

const Position = z.array(z.number());
const PublishedAreaAnswer = z.strictObject({
  name: z.string().meta({ description: 'As a reader names it, Swedish' }),
  streets: z.array(z.string()).meta({ description: 'Of addresses in no polygon' }),
  areas: z.array(z.string()).optional().meta({ description: 'Every residential area that it touches' }),
  polygons: z
    .array(z.strictObject({ type: z.literal('Polygon'), coordinates: z.array(z.array(Position)) }))
    .meta({ description: 'WGS 84. Empty if the place is only said in words' }),
});

/** A full broadcast, as the reader may see it. */
export const BroadcastAnswer = BroadcastSummaryAnswer.extend({
  version: z.int().meta({ description: 'Incremented by every change' }),
  audience: AudienceAnswer,
  movedIn: count.optional().meta({
    description:
      'Phones that came into its area between its approval and its start: an extension reaches them',
  }),
  followedBy: z
    .array(z.strictObject({ id: z.uuid(), relation: z.enum(relations), state: z.enum(states) }))
    .meta({ description: 'What was made from it and from those, oldest first' }),
  calledOff: z.boolean().meta({ description: 'Whether its incident is over by what was said' }),
  otherAllClears: z
    .array(
      z.strictObject({
        id: z.uuid(),
        state: z.enum(states),
        createdBy: Person.optional(),
        createdAt: Moment,
      }),
    )
    .meta({
      description:
        'All-clears of the same alert that may still be sent or were, but for this one; oldest first',
    }),
  stillGoingOut: z
    .array(
      z.strictObject({
        id: z.uuid(),
        audienceName: z.string(),
        pending: count,
        sameText: z.boolean(),
        startsAt: Moment.optional().meta({ description: 'Of one that is scheduled: nobody has had it yet' }),
      }),
    )
    .meta({
      description:
        'Of the alert and what followed it, those that are under way or scheduled, with how many have not been sent. An all-clear ends them; a correction replaces those of the same text',
    }),
  otherWordings: z
    .array(
      z.strictObject({
        id: z.uuid(),
        audienceName: z.string(),
        correctedBy: z.uuid().optional().meta({ description: 'The last approved correction of it' }),
      }),
    )
    .meta({
      description:
        'The alert and its extensions that said the same message with another place and time: a correction of this one does not correct them',
    }),
  correctedBy: z.uuid().optional().meta({ description: 'The last approved correction of its text' }),
  mayBeFollowed: z.boolean().meta({ description: 'Whether you may extend it, update it or call it off now' }),
  reminder: z
    .strictObject({
      id: z.uuid(),
      state: z.enum(states),
      startsAt: Moment.optional(),
      contentHash: z.string().optional(),
      texts: z.array(TextAnswer.pick({ language: true, sms: true, voice: true, segments: true })),
    })
    .optional()
    .meta({
      description:
        'The reminder of an alert that was not sent yet: it is submitted, decided, scheduled and cancelled with the alert',
    }),
  goesWithAlert: z.boolean().meta({ description: 'Whether it is the reminder of an alert not sent yet' }),
  texts: z.array(TextAnswer),
  publicAsUsual: z.boolean().optional().meta({
    description: 'Whether its writer left open if it is published: `isPublic` is what was usual',
  }),
  publishedArea: PublishedAreaAnswer.optional().meta({
    description:
      'Where the page and the feeds say that it is. Only for a published alert to a place; fixed at the submission',
  }),
  pageAddress: z
    .string()
    .optional()
    .meta({ description: 'The short address of the page of its incident, if it is published' }),
  checklist: z
    .array(ChecklistPointAnswer)
    .optional()
    .meta({ description: 'The points of its event, if it has one' }),
  submittedBy: Person.optional(),
  submittedAt: Moment.optional(),
  submittedCount: count.optional().meta({ description: 'Phones it reached when it was submitted' }),
  contentHash: z.string().optional().meta({ description: 'Of what was submitted; an approval names it' }),
  approval: ApprovalAnswer.optional().meta({ description: 'Who may decide, while it waits for an approval' }),
  decidedBy: Person.optional(),
  decidedAt: Moment.optional(),
  decisionNote: z.string().optional(),
  brokenGlass: z.string().optional().meta({ description: 'Why a duty officer approved it alone' }),
  history: z
    .array(
      z.strictObject({ at: Moment, act: z.enum(shownActs), by: Person.optional(), count: count.optional() }),
    )
    .meta({
      description:
        'All that was done to it, oldest first. `missed`: it could only have started after its expiry',
    }),
  startedAt: Moment.optional(),
  completedAt: Moment.optional(),
  preview: PreviewAnswer.omit({ estimate: true })
    .optional()
    .meta({ description: 'Whom it would reach now, until it is approved' }),
  estimate: PreviewAnswer.shape.estimate,
  opensAt: Moment.optional().meta({
    description:
      'When the hours of its topic begin, if it would wait for them were it approved now. It can’t be approved if that is after its expiry',
  }),
  audienceProblem: z
    .strictObject({ code: z.string(), sv: z.string(), en: z.string() })
    .optional()
    .meta({ description: 'Why there is no preview: a place or topic that is gone since' }),
  allowed: z.array(z.enum(actions)).meta({ description: 'What you may do with it now' }),
  report: ReportAnswer.optional(),
  account: AccountAnswer.optional(),
  pace: PaceAnswer.optional(),
});

/** An alert that was not called off. */
export const OpenAlertAnswer = z.strictObject({
  id: z.uuid(),
  state: z.enum(states),
  exercise: z.boolean(),
  audienceName: z.string(),
  createdAt: Moment,
  startedAt: Moment.nullable(),
});
