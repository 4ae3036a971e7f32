import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { AuditLog } from '../../staff/audit-log.js';
import type { Member } from '../../staff/member.js';
import { NoSuchBroadcast } from '../broadcasts.repository.js';
import { IncidentsRepository } from './incidents.repository.js';

/** Gives an incident a title, or takes it away. It changes nothing that is sent. */
@Injectable()
export class NameIncident {
  constructor(
    private readonly db: DataSource,
    private readonly incidents: IncidentsRepository,
    private readonly audit: AuditLog,
  ) {}

  /**
   * @param id any broadcast of the incident
   * @returns its first broadcast
   * @throws broadcast.not-found
   */
  async run(id: string, title: string | undefined, member: Member): Promise<string> {
    const root = await this.incidents.rootOf(id);
    if (root === undefined) throw NoSuchBroadcast();
    await this.db.transaction(async (tx) => {
      await this.incidents.setTitle(root, title, tx);
      const detail = { title: title ?? null };
      await this.audit.record({ memberId: member.id, action: 'incident.name', subject: root, detail }, tx);
    });
    return root;
  }
}
