import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { DutyRole } from '../../kernel/duty-roles.js';
import { Clock } from '../../kernel/clock.js';
import { newId } from '../../kernel/ids.js';
import { refusal } from '../../kernel/refusal.js';
import { AuditLog } from '../audit-log.js';
import type { Member } from '../member.js';
import { MembersRepository, type Colleague } from '../members.repository.js';
import type { DutyShiftEntity } from './duty-shift.entity.js';
import { requireShift, type Shift, type Span } from './rota.js';
import { RotaRepository } from './rota.repository.js';
import { overlapping, shiftsOf, type WeeklyShift } from './weekly.js';

const NoSuchPerson = refusal('rota.no-such-person', 'invalid', {
  sv: 'Personen arbetar inte här, eller har inte rollen {role}.',
  en: 'The person does not work here, or has not the role {role}.',
});
const NoSuchShift = refusal('rota.no-such-shift', 'not-found', {
  sv: 'Passet finns inte längre.',
  en: 'The shift does not exist any more.',
});

const ShiftFromCalendar = refusal('rota.from-calendar', 'conflict', {
  sv: 'Passet kommer från kalendern. Ta bort det där.',
  en: 'The shift is from the calendar. Remove it there.',
});

/** A shift that would be added, with those that are there at the same time. */
export interface PlannedShift extends Span {
  readonly person: Pick<Colleague, 'id' | 'name'>;
  readonly overlaps: readonly DutyShiftEntity[];
}

/** Adds shifts to the rota, or removes some. */
@Injectable()
export class ChangeRota {
  constructor(
    private readonly db: DataSource,
    private readonly rota: RotaRepository,
    private readonly members: MembersRepository,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /** @throws rota.no-such-person, and what {@link requireShift} throws */
  async add(shift: Omit<Shift, 'id'>, member: Member): Promise<void> {
    const { memberId, deputyId, role, startsAt, endsAt } = shift;
    requireShift(shift, this.clock.now());
    await this.requireAble([memberId, deputyId], role);
    await this.db.transaction(async (tx) => {
      await this.rota.add({ ...shift, id: newId() }, tx);
      const detail = { role, startsAt, endsAt, ...(deputyId === undefined ? {} : { deputyId }) };
      await this.audit.record({ memberId: member.id, action: 'rota.add', subject: memberId, detail }, tx);
    });
  }

  /** The shifts as {@link addWeekly} would add them. Changes nothing. @throws as it does */
  async plan(series: WeeklyShift): Promise<PlannedShift[]> {
    const shifts = shiftsOf(series, this.clock.now());
    const people = await this.requireAble([...series.memberIds, series.deputyId], series.role);
    const there = await this.rota.endingAfter(series.startsAt);
    return shifts.map((shift) => ({
      person: people.find(({ id }) => id === shift.memberId)!,
      startsAt: shift.startsAt,
      endsAt: shift.endsAt,
      overlaps: overlapping(shift, there),
    }));
  }

  /** Shifts may overlap others, as single ones may. @throws rota.no-such-person, and what {@link shiftsOf} throws */
  async addWeekly(series: WeeklyShift, member: Member): Promise<void> {
    const { role, deputyId, memberIds } = series;
    const shifts = shiftsOf(series, this.clock.now());
    await this.requireAble([...memberIds, deputyId], role);
    const seriesId = newId();
    await this.db.transaction(async (tx) => {
      await this.rota.add(
        shifts.map((shift) => ({ ...shift, id: newId(), seriesId })),
        tx,
      );
      const detail = {
        role,
        weekly: shifts.length,
        startsAt: shifts[0]!.startsAt,
        endsAt: shifts.at(-1)!.endsAt,
        memberIds,
        ...(deputyId === undefined ? {} : { deputyId }),
      };
      await this.audit.record({ memberId: member.id, action: 'rota.add', subject: seriesId, detail }, tx);
    });
  }

  /** Removes a shift and the later ones of its repetition. @throws rota.no-such-shift */
  async removeFollowing(id: string, member: Member): Promise<void> {
    await this.db.transaction(async (tx) => {
      const gone = await this.rota.removeFollowing(id, tx);
      if (gone.length === 0) throw NoSuchShift();
      const detail = { weekly: gone.length, startsAt: gone[0]!.startsAt, endsAt: gone.at(-1)!.endsAt };
      await this.audit.record({ memberId: member.id, action: 'rota.remove', subject: id, detail }, tx);
    });
  }

  /** @throws rota.no-such-person */
  private async requireAble(ids: readonly (string | undefined)[], role: DutyRole): Promise<Colleague[]> {
    const able = await this.members.withRoles([role]);
    for (const id of ids)
      if (id !== undefined && !able.some((one) => one.id === id)) throw NoSuchPerson({ role });
    return able;
  }

  /** @throws rota.no-such-shift, rota.from-calendar */
  async remove(id: string, member: Member): Promise<void> {
    await this.db.transaction(async (tx) => {
      if (await this.rota.isFromCalendar(id, tx)) throw ShiftFromCalendar();
      const gone = await this.rota.remove(id, tx);
      if (!gone) throw NoSuchShift();
      const { memberId: subject, startsAt, endsAt } = gone;
      await this.audit.record(
        { memberId: member.id, action: 'rota.remove', subject, detail: { startsAt, endsAt } },
        tx,
      );
    });
  }
}
