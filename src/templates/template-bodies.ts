import { z } from 'zod';
import { lanes } from '../kernel/lanes.js';
import { relationsWithTexts } from '../kernel/relations.js';
import { eventKinds } from '../messages/checklist/points.js';
import { tidyMessageText } from '../messages/message-text.js';
import { longestHeadline, longestWebText } from '../messages/web-text.js';
import { nameInput } from '../platform/http/name-input.js';
import { placeholderKinds } from './template.js';

const words = (max: number) => z.strictObject({ sv: nameInput(max), en: nameInput(max) });

const written = (max: number) =>
  z
    .string()
    .max(2 * max)
    .overwrite(tidyMessageText)
    .max(max);

/** An empty text is none. */
const optional = (max: number) =>
  written(max)
    .transform((text) => text || undefined)
    .optional();

/** On one line. */
const headline = z
  .string()
  .max(2 * longestHeadline)
  .overwrite((text) => tidyMessageText(text).replace(/\s+/gu, ' '))
  .max(longestHeadline)
  .transform((text) => text || undefined);

const fields = {
  name: words(80),
  event: z.enum(eventKinds).optional(),
  lane: z.enum(lanes).optional().meta({ description: 'Required without a relation' }),
  exercise: z.boolean(),
  relation: z.enum(relationsWithTexts).optional(),
  of: z.string().max(80).optional().meta({ description: 'Slug of the template that it follows' }),
  placeholders: z
    .array(
      z.strictObject({
        name: z.string().regex(/^\p{Ll}[\p{L}\p{N} -]{0,29}$/u, 'letters, digits, spaces, hyphens'),
        kind: z.enum(placeholderKinds),
        label: words(80),
        example: words(120).optional(),
      }),
    )
    .max(20),
  texts: z
    .array(
      z.strictObject({
        language: z.string().regex(/^[a-z]{2,3}$/, 'an ISO 639 code such as sv'),
        sms: written(1600).min(1),
        voice: optional(4000),
        headline: headline.optional(),
        web: optional(longestWebText),
      }),
    )
    .min(1)
    .max(20),
};

type Fields = z.infer<z.ZodObject<typeof fields>>;

function requireItsRelation({ event, lane, relation, of }: Fields, context: z.core.$RefinementCtx): void {
  const add = (field: string, message: string) =>
    context.addIssue({ code: 'custom', path: [field], message });
  if (relation === undefined && lane === undefined) add('lane', 'is missing');
  if (relation === undefined && of !== undefined) add('of', 'only for a template with a relation');
  if (relation === 'all-clear' && event !== undefined && event !== 'all-clear')
    add('event', 'all-clear or none, for an all-clear');
}

export const TemplateBody = z.strictObject(fields).superRefine(requireItsRelation);

const version = z.int().min(1).meta({ description: 'The version that was read' });

export const TemplateChangeBody = z.strictObject({ ...fields, version }).superRefine(requireItsRelation);

export const VersionBody = z.strictObject({ version });

export const ReviewBody = z.strictObject({
  language: z.string().max(3),
  reviewer: nameInput(120).meta({ description: 'Who has read the text, by name' }),
  on: z.iso.date().optional().meta({ description: 'Today, when left out' }),
  version,
});
