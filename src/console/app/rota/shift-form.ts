import { dutyRoles, type DutyRole } from '../../../kernel/duty-roles.js';
import { expiryDate } from '../compose/form/expiry.js';

export interface ShiftForm {
  readonly role: DutyRole;
  /** One person; in turn if it repeats. Empty where nobody is chosen yet. */
  readonly memberIds: readonly string[];
  /** Empty for nobody. */
  readonly deputyId: string;
  /** On the municipality's clock, as `<input type="datetime-local">` has it. */
  readonly from: string;
  readonly to: string;
  readonly repeats: 'no' | 'weekly';
  /** The last day on which a shift may begin, such as `2026-11-30`. */
  readonly until: string;
}

export const emptyForm: ShiftForm = {
  role: dutyRoles[0],
  memberIds: [''],
  deputyId: '',
  from: '',
  to: '',
  repeats: 'no',
  until: '',
};

const instant = (local: string): string | undefined =>
  expiryDate({ kind: 'at', local }, new Date(0))?.toISOString();

export type ShiftFault = 'person' | 'from' | 'to' | 'until';

/** What is missing. The rest is checked by the server. */
export function faultsOf(form: ShiftForm): readonly ShiftFault[] {
  const faults: Record<ShiftFault, boolean> = {
    person: chosen(form).length === 0,
    from: !instant(form.from),
    to: !instant(form.to),
    until: form.repeats === 'weekly' && form.until === '',
  };
  return (Object.keys(faults) as ShiftFault[]).filter((fault) => faults[fault]);
}

/** The request that adds what the form says; undefined while something is missing. */
export function requestOf(form: ShiftForm): { readonly path: string; readonly body: object } | undefined {
  if (faultsOf(form).length > 0) return undefined;
  const { role, deputyId, from, to, until } = form;
  const deputy = deputyId === '' ? {} : { deputyId };
  const shift = { role, startsAt: instant(from), endsAt: instant(to), ...deputy };
  const memberIds = chosen(form);
  return form.repeats === 'weekly'
    ? { path: '/rota/series', body: { ...shift, memberIds, until } }
    : { path: '/rota/shifts', body: { ...shift, memberId: memberIds[0] } };
}

const chosen = ({ memberIds, repeats }: ShiftForm): string[] =>
  (repeats === 'weekly' ? memberIds : memberIds.slice(0, 1)).filter(Boolean);

/** The choices of who is in turn, with an empty one at the end for one more. */
export const withOneMore = (memberIds: readonly string[]): string[] => [...memberIds.filter(Boolean), ''];
