import { z } from 'zod';

const Person = z.strictObject({ id: z.uuid(), name: z.string() });

export const noticeOutcomes = ['under-way', 'arrived', 'failed', 'unknown'] as const;

/** Who may decide on a broadcast that waits, and who was told. */
export const ApprovalAnswer = z.strictObject({
  mayApprove: z.array(Person.extend({ hasPhone: z.boolean(), onDuty: z.boolean() })).meta({
    description: 'Who may approve it now, whoever is on duty first; whoever had a hand in it may not',
  }),
  told: z
    .array(
      z.strictObject({
        at: z.iso.datetime(),
        reminder: z.boolean(),
        texted: z.array(
          Person.extend({
            outcome: z.enum(noticeOutcomes).meta({ description: 'What became of the text' }),
          }),
        ),
        notTexted: z
          .array(Person)
          .meta({ description: 'Who has no phone, or has had too many texts this hour' }),
      }),
    )
    .meta({ description: 'Who was texted, and who was reminded' }),
});

/** What waits for the approval of who asks. */
export const WaitingAnswer = z.strictObject({
  ids: z.array(z.uuid()).meta({
    description:
      'Broadcasts that you may approve now as the second person, newest first; not their reminders',
  }),
});
