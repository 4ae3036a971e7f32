import type { DutyRole } from '../../kernel/duty-roles.js';
import { refusal } from '../../kernel/refusal.js';

/** How far ahead gaps are looked for, in days. */
export const gapDays = 7;

/** Longest shift, in days: a longer one is a mistake, or a rota that nobody looks after. */
const longestDays = 31;
const farthestDays = 366;
const dayMs = 86_400_000;
export const longestMs = longestDays * dayMs;

export interface Span {
  readonly startsAt: Date;
  readonly endsAt: Date;
}

export interface Shift extends Span {
  readonly id: string;
  readonly memberId: string;
  readonly role: DutyRole;
  readonly deputyId?: string | undefined;
  readonly seriesId?: string | undefined;
}

const EndsBeforeStart = refusal('rota.ends-before-start', 'invalid', {
  sv: 'Passet slutar innan det börjar. Ändra tiderna.',
  en: 'The shift ends before it begins. Change the times.',
});
const ShiftOver = refusal('rota.over', 'invalid', {
  sv: 'Passet är redan slut. Ändra tiderna.',
  en: 'The shift is over already. Change the times.',
});
const ShiftTooLong = refusal('rota.too-long', 'invalid', {
  sv: 'Ett pass får vara högst {days} dygn.',
  en: 'A shift may last at most {days} days.',
});
const ShiftTooFar = refusal('rota.too-far', 'invalid', {
  sv: 'Passet ligger mer än {days} dygn fram.',
  en: 'The shift is more than {days} days ahead.',
});
const OwnDeputy = refusal('rota.own-deputy', 'invalid', {
  sv: 'Välj en annan person som ersättare.',
  en: 'Choose another person as deputy.',
});

/** @throws rota.ends-before-start, rota.over, rota.too-long, rota.too-far, rota.own-deputy */
export function requireShift(
  { startsAt, endsAt, memberId, deputyId }: Omit<Shift, 'id' | 'role'>,
  now: Date,
): void {
  if (endsAt <= startsAt) throw EndsBeforeStart();
  if (endsAt <= now) throw ShiftOver();
  if (endsAt.getTime() - startsAt.getTime() > longestMs) throw ShiftTooLong({ days: longestDays });
  if (startsAt.getTime() - now.getTime() > farthestDays * dayMs) throw ShiftTooFar({ days: farthestDays });
  if (deputyId === memberId) throw OwnDeputy();
}

/** The times in the span in which no shift is, in order. */
export function gapsIn(shifts: readonly Span[], { startsAt, endsAt }: Span): Span[] {
  const gaps: Span[] = [];
  let covered = startsAt;
  for (const shift of shifts.toSorted((a, b) => a.startsAt.getTime() - b.startsAt.getTime())) {
    if (shift.startsAt >= endsAt) break;
    if (shift.startsAt > covered) gaps.push({ startsAt: covered, endsAt: shift.startsAt });
    if (shift.endsAt > covered) covered = shift.endsAt;
  }
  return covered < endsAt ? [...gaps, { startsAt: covered, endsAt }] : gaps;
}

/** The week from now in which gaps are looked for. */
export const weekFrom = (now: Date): Span => ({
  startsAt: now,
  endsAt: new Date(now.getTime() + gapDays * dayMs),
});

/**
 * Whom to tell first: of those who can, who is on duty, or the deputy of somebody on duty who can't. If nobody is, all of
 * them. A reminder also goes to the deputies.
 */
export function onDutyFirst<P extends { readonly id: string }>(
  able: readonly P[],
  shifts: readonly Pick<Shift, 'memberId' | 'deputyId'>[],
  withDeputies = false,
): readonly P[] {
  const isAble = (id: string | undefined) => able.some((one) => one.id === id);
  const ids = new Set(
    shifts.flatMap(({ memberId, deputyId }) =>
      withDeputies || !isAble(memberId) ? [memberId, deputyId] : [memberId],
    ),
  );
  const first = able.filter(({ id }) => ids.has(id));
  return first.length > 0 ? first : able;
}
