import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { z } from 'zod';
import { Clock } from '../kernel/clock.js';
import { newId } from '../kernel/ids.js';
import { AuditLog } from '../staff/audit-log.js';
import type { Member } from '../staff/member.js';
import { requireMay } from '../staff/rights.js';
import { DrawnGeometries } from './drawn-geometries.repository.js';
import {
  AreaNameTaken,
  AreaUnknown,
  AreaUnknownPlace,
  AreaWithoutShape,
  readShape,
  type AreaShape,
  type NewArea,
} from './saved-area.js';
import { SavedAreas } from './saved-areas.repository.js';

/**
 * Saves an area under a name, for all staff to use: creates, renames, redraws and removes it. Each of these is in the
 * audit log.
 */
@Injectable()
export class SaveArea {
  constructor(
    private readonly areas: SavedAreas,
    private readonly drawn: DrawnGeometries,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /**
   * @param id of the area to change, in name or shape or both; undefined for a new one
   * @returns its id
   * @throws staff.role-required, area.name-taken, area.without-shape, area.of-both, area.unknown, area.unknown-place,
   *   area.import-running, audience.polygon-malformed, audience.polygon-invalid, audience.too-many-vertices,
   *   audience.outside-municipality
   */
  async run(area: z.infer<typeof NewArea>, member: Member, id?: string): Promise<string> {
    requireMay(member, 'area.save');
    const shape = readShape(area);
    if (!shape && id === undefined) throw AreaWithoutShape();
    if (shape && 'polygon' in shape) await this.drawn.check([shape.polygon]);
    const now = this.clock.now();
    const change = { id: id ?? newId(now), memberId: member.id, now };
    const { name } = area;
    await this.areas.atomically(async (tx) => {
      await this.requireFits(name, shape, change.id, tx);
      if (id === undefined) await this.areas.add(name, shape!, change, tx);
      else {
        const before = await this.areas.nameOf(id, tx);
        if (before === undefined) throw AreaUnknown();
        await this.areas.change(name, shape, change, tx);
        const detail = { name, redrawn: shape !== undefined, ...(before === name ? {} : { before }) };
        await this.audit.record({ memberId: member.id, action: 'area.change', subject: id, detail }, tx);
        return;
      }
      await this.audit.record(
        { memberId: member.id, action: 'area.save', subject: change.id, detail: { name } },
        tx,
      );
    });
    return change.id;
  }

  /** @throws staff.role-required, area.unknown, area.import-running */
  async remove(id: string, member: Member): Promise<void> {
    requireMay(member, 'area.save');
    await this.areas.atomically(async (tx) => {
      const name = await this.areas.nameOf(id, tx);
      if (name === undefined) throw AreaUnknown();
      await this.areas.end({ id, memberId: member.id, now: this.clock.now() }, tx);
      await this.audit.record(
        { memberId: member.id, action: 'area.remove', subject: id, detail: { name } },
        tx,
      );
    });
  }

  private async requireFits(
    name: string,
    shape: AreaShape | undefined,
    id: string,
    tx: EntityManager,
  ): Promise<void> {
    if (await this.areas.isTaken(name, id, tx)) throw AreaNameTaken({ name });
    if (shape && 'places' in shape && !(await this.areas.hasPlaces(shape.places, tx)))
      throw AreaUnknownPlace();
  }
}
