import { z } from 'zod';
import { channelChoices } from '../kernel/channel-choice.js';
import { eventKinds, pointIds } from '../messages/checklist/points.js';
import { waysMet } from '../messages/checklist/settle-points.js';

const PointAnswerBody = z.strictObject({
  how: z.enum(waysMet),
  reason: z.string().trim().min(1).max(500).optional().meta({ description: 'Why it is waived' }),
});

const TemplateUsed = z.strictObject({ id: z.uuid(), version: z.int().min(1) });

/** Characters of a post as staff write it: as many as the page may have. Networks take less. */
const longestPost = 8_000;

/** ISO 639, as a text has it. */
const Language = z.string().regex(/^[a-z]{2,3}$/u);

/** The approver reads the address: `https://kommun.se@elsewhere.example` leads elsewhere. */
const showsItsHost = (address: string): boolean =>
  !/[\s\p{C}]/u.test(address) && URL.canParse(address) && !/^https:\/*[^/?#]*@/iu.test(address);

/**
 * Fields that are accepted, stored and returned unchanged. A field added here is in the body, the list, the answer
 * and the hash that an approval is bound to. It is a compile error until `BroadcastEntity` has its column.
 */
export const carriedFields = {
  exercise: z.boolean(),
  channels: z.enum(channelChoices),
  event: z.enum(eventKinds).optional().meta({
    description:
      'The kind of event; the template’s if left out. Its required points must be met at the submission. Without it there are none',
  }),
  page: z
    .url({ protocol: /^https$/, hostname: z.regexes.domain })
    .max(500)
    .refine(showsItsHost, 'an address without a name before the host, spaces or invisible characters')
    .optional()
    .meta({ description: 'The page that the texts link to' }),
  points: z.partialRecord(z.enum(pointIds), PointAnswerBody).optional().meta({
    description:
      'The writer’s word on points of the checklist: in the text, on the page, or waived with a reason',
  }),
  template: TemplateUsed.optional().meta({ description: 'The template that the texts were made from' }),
  isPublic: z.boolean().optional().meta({
    description:
      'Whether the pages and feeds of the municipality say it. If left out, yes for an area, no for a property or a few addresses, and as the alert for what follows it',
  }),
  webOnly: z.boolean().optional().meta({ description: 'Whether it is only published, and no phone gets it' }),
  pageLink: z
    .boolean()
    .optional()
    .meta({ description: 'Whether the SMS ends with the short address of its page' }),
  goesOn: z.boolean().optional().meta({
    description:
      'Of a correction of an all-clear, which must say it: whether the danger goes on, so that the incident is open again',
  }),
  posts: z.record(Language, z.string().trim().min(1).max(longestPost)).optional().meta({
    description:
      'What social media say, by language, without the link to the page. Suggested from the text of the page if left out',
  }),
  noPosts: z
    .boolean()
    .optional()
    .meta({ description: 'Whether social media say nothing of it, nor of what follows it' }),
  readBy: z
    .record(Language, z.string().trim().min(1).max(120))
    .optional()
    .meta({ description: 'Who has read each translation and says that it is right, by language' }),
};

export type Carried = Readonly<z.infer<z.ZodObject<typeof carriedFields>>>;

/** All fields are present, even those without a value. */
type WholeCarried = { readonly [Field in keyof Required<Carried>]: Carried[Field] };

export const carriedOf = (broadcast: Carried): WholeCarried =>
  Object.fromEntries(
    Object.keys(carriedFields).map((field) => [field, broadcast[field as keyof Carried]]),
  ) as WholeCarried;
