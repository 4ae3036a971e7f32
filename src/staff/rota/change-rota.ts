import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '../../kernel/clock.js';
import { newId } from '../../kernel/ids.js';
import { refusal } from '../../kernel/refusal.js';
import { AuditLog } from '../audit-log.js';
import type { Member } from '../member.js';
import { MembersRepository } from '../members.repository.js';
import { requireShift, type Shift } from './rota.js';
import { RotaRepository } from './rota.repository.js';

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

/** Adds a shift to the rota, or removes one. */
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
    const able = await this.members.withRoles([role]);
    for (const id of [memberId, deputyId])
      if (id !== undefined && !able.some((one) => one.id === id)) throw NoSuchPerson({ role });
    await this.db.transaction(async (tx) => {
      await this.rota.add({ ...shift, id: newId() }, tx);
      const detail = { role, startsAt, endsAt, ...(deputyId === undefined ? {} : { deputyId }) };
      await this.audit.record({ memberId: member.id, action: 'rota.add', subject: memberId, detail }, tx);
    });
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
