import { z } from 'zod';
import { dutyRoles } from '../../kernel/duty-roles.js';

const Moment = z.iso.datetime();
const Person = z.strictObject({ id: z.uuid(), name: z.string() });

export const RotaAnswer = z.strictObject({
  shifts: z
    .array(
      z.strictObject({
        id: z.uuid(),
        person: Person,
        role: z.enum(dutyRoles),
        startsAt: Moment,
        endsAt: Moment,
        deputy: Person.optional(),
        fromCalendar: z.boolean(),
        repeats: z.boolean().meta({ description: 'Whether it is one of a weekly repetition' }),
        mayApprove: z.boolean().meta({ description: 'Whether the person may approve broadcasts' }),
      }),
    )
    .meta({ description: 'Those that are not over, by their beginning' }),
  gaps: z.array(z.strictObject({ startsAt: Moment, endsAt: Moment })).meta({
    description:
      'When nobody on duty may approve, within a week: then everyone who may approve is told. None while there is no rota',
  }),
  calendar: z
    .strictObject({
      readAt: Moment.optional(),
      failingSince: Moment.optional(),
      unmatched: z
        .array(z.strictObject({ summary: z.string(), startsAt: Moment, endsAt: Moment }))
        .meta({ description: 'Events that match nobody who can be on duty' }),
    })
    .optional()
    .meta({ description: 'The calendar that shifts are read from, if one is set' }),
  people: z
    .array(Person.extend({ roles: z.array(z.enum(dutyRoles)) }))
    .meta({ description: 'Who can be on duty, and as what' }),
});

/** The shifts that a repetition would add. */
export const PlannedShiftsAnswer = z
  .array(
    z.strictObject({
      person: Person,
      startsAt: Moment,
      endsAt: Moment,
      overlaps: z
        .array(
          z.strictObject({ person: Person, startsAt: Moment, endsAt: Moment, fromCalendar: z.boolean() }),
        )
        .meta({ description: 'Shifts in the same role that are there at the same time' }),
    }),
  )
  .meta({ description: 'By their beginning' });
