import type { lanes } from '../kernel/lanes.js';
import { refusal, type Wording } from '../kernel/refusal.js';
import type { relationsWithTexts } from '../kernel/relations.js';
import type { EventKind } from '../messages/checklist/points.js';

export const templateStates = ['active', 'archived'] as const;
export type TemplateState = (typeof templateStates)[number];

/** How a version came to be. */
export const templateActs = ['shipped', 'written', 'reset'] as const;
export type TemplateAct = (typeof templateActs)[number];

/** What a template may be for, other than a new broadcast. */
export type TemplateRelation = (typeof relationsWithTexts)[number];

export const placeholderKinds = ['place', 'time', 'number', 'free'] as const;

/** A gap in the texts, written as `[plats]`. The name is the same in every language. */
export interface Placeholder {
  readonly name: string;
  readonly kind: (typeof placeholderKinds)[number];
  readonly label: Wording;
  readonly example?: Wording | undefined;
}

/** In one language. `{kommun}` stands for the municipality's name, so that the sender is clear. */
export interface TemplateText {
  readonly language: string;
  readonly sms: string;
  /** What a call says, where the SMS reads badly. The call opens with the sender. */
  readonly voice?: string | undefined;
  /** The title of its page and in the feeds; the beginning of the text if omitted. */
  readonly headline?: string | undefined;
  /** For the page that the SMS points to. */
  readonly web?: string | undefined;
}

/** Everything of a template that a version keeps. */
export interface TemplateContent {
  readonly name: Wording;
  /** Decides the points of the checklist. */
  readonly event?: EventKind | undefined;
  /** The usual lane. Left out for a follow-up, which keeps its original's. */
  readonly lane?: (typeof lanes)[number] | undefined;
  readonly exercise: boolean;
  /** Without one it is for new broadcasts. */
  readonly relation?: TemplateRelation | undefined;
  /** Slug of the template that this one follows. Without one it follows any. */
  readonly of?: string | undefined;
  readonly placeholders: readonly Placeholder[];
  readonly texts: readonly TemplateText[];
}

/** A person has read a translation: counts for exactly one text. */
export interface Review {
  readonly language: string;
  /** See `textHash`, in hexadecimal. */
  readonly textHash: string;
  readonly reviewer: string;
  /** ISO date. */
  readonly reviewedOn: string;
}

export interface Template {
  readonly id: string;
  /** Does not change when the name does. Those of staff begin with `own-`. */
  readonly slug: string;
  readonly state: TemplateState;
  /** The version in use, from 1. */
  readonly version: number;
  readonly content: TemplateContent;
  /** Undefined for a template that staff added. */
  readonly shipped?: TemplateContent | undefined;
  readonly newerShipped: boolean;
  readonly reviews: readonly Review[];
}

export const NoSuchTemplate = refusal('template.not-found', 'not-found', {
  sv: 'Mallen finns inte.',
  en: 'There is no such template.',
});

const ChangedMeanwhile = refusal('template.changed-meanwhile', 'conflict', {
  sv: 'Någon annan har ändrat mallen medan du skrev. Läs in den igen och gör om din ändring.',
  en: 'Somebody else has changed the template while you wrote. Load it again and repeat your change.',
});

const Archived = refusal('template.archived', 'conflict', {
  sv: 'Mallen är arkiverad. Ta tillbaka den först.',
  en: 'The template is archived. Restore it first.',
});

/** @throws template.changed-meanwhile, template.archived */
export function requireEditable({ state, version }: Template, versionRead: number): void {
  if (state === 'archived') throw Archived();
  requireUnchanged({ version }, versionRead);
}

/** @throws template.changed-meanwhile */
export function requireUnchanged({ version }: Pick<Template, 'version'>, versionRead: number): void {
  if (version !== versionRead) throw ChangedMeanwhile({ version });
}
