import { refusal } from '../../kernel/refusal.js';
import { addDays, daysBetween, instantAt, wallClockOf, type CalendarDay } from '../../kernel/wall-clock.js';
import { requireShift, type Shift, type Span } from './rota.js';

/** A shift that repeats every week, by several people in turn. */
export interface WeeklyShift extends Omit<Shift, 'id' | 'memberId'> {
  /** In turn: the first has the first shift. */
  readonly memberIds: readonly string[];
  /** The last day on which a shift may begin. */
  readonly until: CalendarDay;
}

const UntilBeforeStart = refusal('rota.until-before-start', 'invalid', {
  sv: 'Upprepningen slutar före det första passet. Ändra dagen.',
  en: 'The repetition ends before the first shift. Change the day.',
});
const LongerThanWeek = refusal('rota.longer-than-week', 'invalid', {
  sv: 'Ett pass som upprepas varje vecka får vara högst en vecka.',
  en: 'A shift that repeats every week may last at most a week.',
});

/**
 * The shifts of a series, by their beginning. They begin and end at the same time of the municipality's clock, also
 * when the clocks change between them or within one.
 *
 * @throws rota.until-before-start, rota.longer-than-week, and what {@link requireShift} throws of any of them
 */
export function shiftsOf(series: WeeklyShift, now: Date): Omit<Shift, 'id'>[] {
  const { startsAt, endsAt, memberIds, until, ...same } = series;
  const [from, to] = [wallClockOf(startsAt), wallClockOf(endsAt)];
  const weeksLater = (wall: typeof from, weeks: number) =>
    instantAt({ ...wall, ...addDays(wall, 7 * weeks) });
  if (daysBetween(from, until) < 0) throw UntilBeforeStart();
  if (endsAt > weeksLater(from, 1)) throw LongerThanWeek();
  const shifts: Omit<Shift, 'id'>[] = [];
  for (let week = 0; daysBetween(addDays(from, 7 * week), until) >= 0; week++) {
    const memberId = memberIds[week % memberIds.length]!;
    const shift = { ...same, memberId, startsAt: weeksLater(from, week), endsAt: weeksLater(to, week) };
    requireShift(shift, now);
    shifts.push(shift);
  }
  return shifts;
}

/** Those of the shifts that are at the same time, for the same role. */
export const overlapping = <S extends Span & Pick<Shift, 'role'>>(
  { startsAt, endsAt, role }: Span & Pick<Shift, 'role'>,
  shifts: readonly S[],
): S[] => shifts.filter((one) => one.role === role && one.startsAt < endsAt && one.endsAt > startsAt);
