import { Injectable } from '@nestjs/common';
import { Clock } from '../../kernel/clock.js';
import { dutyRoles } from '../../kernel/duty-roles.js';
import { MembersRepository } from '../members.repository.js';
import { may } from '../rights.js';
import type { DutyShiftEntity } from './duty-shift.entity.js';
import { gapsIn, weekFrom, type Span } from './rota.js';
import { RotaCalendarRepository } from './calendar/rota-calendar.repository.js';
import { RotaRepository } from './rota.repository.js';

const dayMs = 86_400_000;

/** The rota from now on, with its gaps. */
@Injectable()
export class ReadRota {
  constructor(
    private readonly rota: RotaRepository,
    private readonly calendar: RotaCalendarRepository,
    private readonly members: MembersRepository,
    private readonly clock: Clock,
  ) {}

  async run() {
    const now = this.clock.now();
    const shifts = await this.rota.endingAfter(now);
    return {
      shifts: shifts.map(({ id, member, role, startsAt, endsAt, deputy, fromCalendar, seriesId }) => ({
        id,
        person: nameOf(member),
        role,
        startsAt,
        endsAt,
        fromCalendar,
        repeats: seriesId !== undefined,
        mayApprove: may(member, 'broadcast.approve'),
        deputy: deputy && !deputy.leftAt ? nameOf(deputy) : undefined,
      })),
      gaps: await this.gaps(),
      calendar: await this.calendarState(),
      people: await this.people(),
    };
  }

  /** When nobody on duty may approve, within a week. None if no shift ended within a week or is still to come: then nobody keeps a rota. */
  async gaps(): Promise<Span[]> {
    const now = this.clock.now();
    const kept = await this.rota.endingAfter(new Date(now.getTime() - 7 * dayMs));
    return kept.length === 0 ? [] : gapsIn(kept.filter(covers), weekFrom(now));
  }

  private async calendarState() {
    const state = await this.calendar.state();
    return (
      state && {
        readAt: state.readAt ?? undefined,
        failingSince: state.failingSince ?? undefined,
        unmatched: state.unmatched,
      }
    );
  }

  private async people() {
    const people = new Map<string, { id: string; name: string; roles: (typeof dutyRoles)[number][] }>();
    for (const role of dutyRoles)
      for (const { id, name } of await this.members.withRoles([role])) {
        const known = people.get(id);
        if (known) known.roles.push(role);
        else people.set(id, { id, name, roles: [role] });
      }
    return [...people.values()].toSorted((a, b) => a.name.localeCompare(b.name, 'sv'));
  }
}

/** Whether it wakes somebody who may approve: a deputy is told in place of a person who can't. */
const covers = ({ member, deputy }: DutyShiftEntity): boolean =>
  [member, deputy].some((one) => one && !one.leftAt && may(one, 'broadcast.approve'));

const nameOf = ({ id, name }: { readonly id: string; readonly name: string }) => ({ id, name });
