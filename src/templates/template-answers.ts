import { z } from 'zod';
import { lanes } from '../kernel/lanes.js';
import { relationsWithTexts } from '../kernel/relations.js';
import { eventKinds } from '../messages/checklist/points.js';
import { placeholderKinds, templateActs, templateStates } from './template.js';

const inBothLanguages = z.strictObject({ sv: z.string(), en: z.string() });

const content = {
  name: inBothLanguages,
  event: z.enum(eventKinds).optional().meta({ description: 'Decides which points a text must have' }),
  lane: z.enum(lanes).optional().meta({ description: 'Left out for a follow-up: it keeps its original’s' }),
  exercise: z.boolean(),
  relation: z
    .enum(relationsWithTexts)
    .optional()
    .meta({ description: 'Left out for a template of new broadcasts' }),
  of: z
    .string()
    .optional()
    .meta({ description: 'Slug of the template that it follows. Left out: it follows any' }),
  placeholders: z
    .array(
      z.strictObject({
        name: z.string(),
        kind: z.enum(placeholderKinds),
        label: inBothLanguages,
        example: inBothLanguages.optional(),
      }),
    )
    .meta({ description: 'Written as `[name]` in the texts, the same in every language' }),
};

const text = {
  language: z.string(),
  sms: z.string().meta({ description: '`{kommun}` stands for the municipality’s name' }),
  voice: z.string().optional().meta({ description: 'What a call says. Left out: the same as the SMS' }),
  headline: z.string().optional().meta({
    description: 'The title of its page and in the feeds. Left out: the beginning of the text',
  }),
  web: z.string().optional().meta({ description: 'For the page that the SMS points to' }),
};

const ContentAnswer = z.strictObject({ ...content, texts: z.array(z.strictObject(text)) });

const ReviewAnswer = z.strictObject({
  by: z.string().meta({ description: 'Who has read it, by name' }),
  at: z.iso.date(),
});

export const TemplateAnswer = z.strictObject({
  id: z.uuid(),
  slug: z.string(),
  ...content,
  texts: z.array(
    z.strictObject({
      ...text,
      reviewed: ReviewAnswer.optional().meta({
        description: 'Left out when nobody has read the text, or when it has changed since',
      }),
    }),
  ),
  version: z.int().meta({ description: 'The version in use. Send it back with a change' }),
  state: z.enum(templateStates),
  shipped: z.boolean().meta({ description: 'Came with the program' }),
  changed: z.boolean().meta({ description: 'Came with the program, and is not as it came' }),
  newerShipped: z.boolean().meta({
    description:
      'An upgrade brought a newer text after the municipality had changed this one. `reset` takes it',
  }),
});

/** A template with all that it has been. */
export const TemplateInFullAnswer = TemplateAnswer.extend({
  asShipped: ContentAnswer.optional().meta({ description: 'What `reset` brings back, when that differs' }),
  versions: z
    .array(
      ContentAnswer.extend({
        version: z.int(),
        act: z.enum(templateActs),
        at: z.iso.datetime(),
        by: z.string().optional().meta({ description: 'Left out for the program itself' }),
      }),
    )
    .meta({ description: 'Newest first' }),
});
